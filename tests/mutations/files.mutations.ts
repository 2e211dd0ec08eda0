import type { Mutation } from '../../scripts/mutations/mutation';

const atRest = 'tests/server/archive/files-at-rest.test.ts';
const retention = 'tests/server/archive/retention.test.ts';
const cipher = 'tests/server/cipher.test.ts';

export const mutations: readonly Mutation[] = [
  {
    breaks: 'photos lie in the storage as they were taken',
    file: 'server/files/keep-file.ts',
    from: 'cipher.sealBytes(bytes, photos.placeOf(photo))',
    to: 'bytes',
    test: atRest,
  },
  {
    breaks: 'the phone’s own upload stays beside the sealed file',
    file: 'server/files/keep-file.ts',
    from: '  await files.remove(fileId);\n  return digest;',
    to: '  return digest;',
    test: atRest,
  },
  {
    breaks: 'plain copies stay after somebody looked',
    file: 'server/files/show-files.ts',
    from: 'for (const shown of old) await removeCopy(ports, shown);',
    to: 'for (const shown of old) await shownFiles.remove(ports.database, shown);',
    test: atRest,
  },
  {
    breaks: 'everybody who looks gets a copy of his own',
    file: 'server/files/show-files.ts',
    from: 'bytes > 0 && !copies.has(_id)',
    to: 'bytes > 0 && _id !== null',
    test: atRest,
  },
  {
    breaks: 'an upload that nothing takes lies there for ever',
    file: 'server/files/uploads.ts',
    from: 'if (upload.taken === null) await',
    to: 'if (upload.taken !== null) await',
    test: atRest,
  },
  {
    breaks: 'what was taken for a command that failed is kept',
    file: 'server/files/look-after-files.ts',
    from: "if (!stored || !(use.named || (await isNamed(ports, use.caseId, use.digest)))) return 'over';",
    to: "if (!stored) return 'over';",
    test: atRest,
  },
  {
    breaks: 'a repeated command loses its file',
    file: 'server/files/uploads.ts',
    from: 'return before?.taken ? { path, bytes: null, taken: before.taken } : null;',
    to: 'return before && null;',
    test: atRest,
  },
  {
    breaks: 'plain files of before stay plain',
    file: 'server/files/seal-old-files.ts',
    from: 'if (photo.plainFileId) await files.remove(photo.plainFileId);',
    to: 'void files;',
    test: atRest,
  },
  {
    breaks: 'anybody’s upload may be named',
    file: 'server/files/uploads.ts',
    from: "return path.startsWith(folder) && !path.slice(folder.length).includes('/') ? path : null;",
    to: 'return folder && path;',
    test: atRest,
  },
  {
    breaks: 'a file opens in another file’s place',
    file: 'server/repositories/photos.ts',
    from: '`${COLLECTION}/${_id}`',
    to: '`${COLLECTION}/${_id.length}`',
    test: atRest,
  },
  {
    breaks: 'what was handed in is never destroyed',
    file: 'server/files/release-file.ts',
    from: 'for (const fileId of filesOf(photo)) await files.remove(fileId);',
    to: 'void filesOf;',
    test: retention,
  },
  {
    breaks: 'a plain copy outlives its file',
    file: 'server/files/release-file.ts',
    from: 'for (const copy of await shownFiles.ofFile(database, digest)) await removeCopy(ports, copy);',
    to: 'void removeCopy;',
    test: retention,
  },
  {
    breaks: 'the non-compete is forgotten with the rest',
    file: 'server/archive/forget-beside.ts',
    from: "['nonCompete', ({ database }",
    to: "['contract', ({ database }",
    test: retention,
  },
  {
    breaks: 'what is said about things is never forgotten',
    file: 'server/archive/forget-beside.ts',
    from: "  ['assetPhoto', forgetAssetNotes],\n",
    to: "  ['assetPhoto', () => Promise.resolve(forgetAssetNotes)],\n",
    test: retention,
  },
  {
    breaks: 'a sealed file that was changed opens',
    file: 'server/cloudbase/cipher.ts',
    from: ".setAAD(Buffer.from(place, 'utf8'))\n      .setAuthTag",
    to: ".setAAD(Buffer.from('', 'utf8'))\n      .setAuthTag",
    test: cipher,
  },
  {
    breaks: 'a bundle carries what nobody can open',
    file: 'server/archive/export-case.ts',
    from: "form === 'photo' ? await openPhoto(ports, digest) : await ports.files.read(fileId)",
    to: "form === 'photo' ? await ports.files.read(fileId) : await ports.files.read(fileId)",
    test: retention,
  },
];
