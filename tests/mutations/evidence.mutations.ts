import type { Mutation } from '../../scripts/mutations/mutation';

const events = 'tests/server/evidence/attacks-on-events.test.ts';
const trust = 'tests/server/evidence/attacks-on-trust.test.ts';
const chain = 'tests/domain/evidence/chain.test.ts';
const canonical = 'tests/domain/evidence/canonical-json.test.ts';
const beside = 'tests/domain/evidence/beside-the-chain.test.ts';
const bundle = 'tests/server/evidence/bundle.test.ts';
const command = 'tests/server/evidence/verify-command.test.ts';

export const mutations: readonly Mutation[] = [
  {
    breaks: 'an event whose content was changed passes (attack 1)',
    file: 'domain/evidence/chain.ts',
    from: 'if (event.hash !== hashOf(place, event.previous, event.entry, digest))',
    to: 'if (event.hash === "")',
    test: events,
  },
  {
    breaks: 'the previous hash is not part of what is hashed (attack 1)',
    file: 'domain/evidence/chain.ts',
    from: "tagged('zhoudao.event.v1', { seq, previous, entry })",
    to: "tagged('zhoudao.event.v1', { seq, entry })",
    test: chain,
  },
  {
    breaks: 'an event may be dropped or moved (attacks 2 and 3)',
    file: 'domain/evidence/chain.ts',
    from: 'if (event.seq !== place)',
    to: 'if (event.seq < 0)',
    test: events,
  },
  {
    breaks: 'an event may follow another than the one before it (attacks 2 and 8)',
    file: 'domain/evidence/chain.ts',
    from: 'if (event.previous !== previous.head)',
    to: 'if (event.previous === "")',
    test: events,
  },
  {
    breaks: 'a document is not compared with its digest on the chain (attacks 1 and 4)',
    file: 'domain/evidence/bundle-problems.ts',
    from: "return found === row.digest ? null : 'changed';",
    to: 'return null;',
    test: events,
  },
  {
    breaks: 'two documents may change names (attack 4)',
    file: 'domain/evidence/bundle-problems.ts',
    from: 'const markOf = (digest: Digest, name: string): string => `${digest} ${name}`;',
    to: 'const markOf = (digest: Digest, _name: string): string => `${digest} `;',
    test: trust,
  },
  {
    breaks: 'a document may be added that the chain does not know (attack 4)',
    file: 'domain/evidence/bundle-problems.ts',
    from: 'if (path.startsWith(DOCUMENT_FOLDER) && !known.has(path))',
    to: 'if (path === "")',
    test: trust,
  },
  {
    breaks: 'a public key may be replaced under the old id (attack 5)',
    file: 'domain/evidence/bundle-problems.ts',
    from: "if (keyIdOf(publicKey) !== keyId) return { kind: 'key', keyId, reason: 'id does not fit' };",
    to: '',
    test: trust,
  },
  {
    breaks: 'a trusted key id is not asked for (attack 5)',
    file: 'domain/evidence/bundle-problems.ts',
    from: 'if (trusted.length > 0 && !trusted.includes(keyId))',
    to: 'if (trusted.length > 99)',
    test: trust,
  },
  {
    breaks: 'a tail cut off under a later checkpoint is called a bad checkpoint, or nothing (attack 6)',
    file: 'domain/evidence/bundle-problems.ts',
    from: "if (reason === 'no such event') return { kind: 'event', place: heads.length, reason: 'missing' };",
    to: "if (reason === 'no such event') continue;",
    test: events,
  },
  {
    breaks: 'a checkpoint without a fitting signature counts (attack 7)',
    file: 'domain/evidence/checkpoint.ts',
    from: "if (!check(key, tagged('zhoudao.checkpoint.v1', unsigned), signature)) return 'signature does not fit';",
    to: 'void [check, signature, unsigned];',
    test: trust,
  },
  {
    breaks: 'a checkpoint of another case counts (attack 8)',
    file: 'domain/evidence/checkpoint.ts',
    from: 'if (checkpoint.tenant !== genesis.tenant || checkpoint.caseId !== genesis.caseId)',
    to: 'if (checkpoint.tenant !== genesis.tenant)',
    test: events,
  },
  {
    breaks: 'the genesis binds no case (attack 8)',
    file: 'domain/evidence/chain.ts',
    from: "head: digest(tagged('zhoudao.genesis.v1', genesis)),",
    to: "head: digest(tagged('zhoudao.genesis.v1', { tenant: genesis.tenant })),",
    test: chain,
  },
  {
    breaks: 'a document may be called purged without a purge (attack 9)',
    file: 'domain/evidence/bundle-problems.ts',
    from: "if (row.path === null || row.state === 'purged') return isPurged ? null : 'gone without a purge';",
    to: "if (row.path === null || row.state === 'purged') return null;",
    test: trust,
  },
  {
    breaks: 'a purge may be written before what it excuses (attack 9)',
    file: 'domain/evidence/bundle-problems.ts',
    from: 'if (entry.purged.some(({ digest }) => !known.has(digest)))',
    to: 'if (entry.purged.length > 99)',
    test: trust,
  },
  {
    breaks: 'a sealed value may be another than the one that was sealed (attacks 1, 8 and 9)',
    file: 'domain/evidence/personal-data.ts',
    from: "return fits ? null : 'the value does not fit its seal';",
    to: 'return fits ? null : null;',
    test: events,
  },
  {
    breaks: 'a salt stays behind when its value is purged',
    file: 'domain/evidence/personal-data.ts',
    from: "({ name, digest }: PersonalRecord): PurgedRecord => ({ state: 'purged', name, digest });",
    to: "(record: PersonalRecord): PurgedRecord => ({ ...record, state: 'purged' });",
    test: beside,
  },
  {
    breaks: 'a printed anchor is not compared (attack 10)',
    file: 'domain/evidence/bundle-problems.ts',
    from: "if (!fitsAnchor(anchor, heads)) return { kind: 'anchor', count, reason: 'does not fit' };",
    to: '',
    test: trust,
  },
  {
    breaks: 'an anchor of one digit is taken for one',
    file: 'domain/evidence/anchor.ts',
    from: '[0-9a-f]{16,64}',
    to: '[0-9a-f]{1,64}',
    test: beside,
  },
  {
    breaks: 'the export need not be signed (attack 6)',
    file: 'domain/evidence/bundle-problems.ts',
    from: "return { kind: 'seal', reason: 'signature does not fit' };",
    to: 'return null;',
    test: events,
  },
  {
    breaks: 'keys of an object are hashed in the order in which they were written',
    file: 'domain/evidence/canonical-json.ts',
    from: '.sort(([a], [b]) => (a < b ? -1 : 1))',
    to: '',
    test: canonical,
  },
  {
    breaks: 'half a character gets a canonical form',
    file: 'domain/evidence/canonical-json.ts',
    from: 'const LONE_SURROGATE = /[\\uD800-\\uDFFF]/u;',
    to: 'const LONE_SURROGATE = /[^\\s\\S]/u;',
    test: canonical,
  },
  {
    breaks: 'a byte of the zip’s own headers may change unseen',
    file: 'server/evidence/read-bundle.ts',
    from: 'originalPacking: Buffer.from(packed(files)).equals(zip)',
    to: 'originalPacking: files.size > 0',
    test: bundle,
  },
  {
    breaks: 'a line that is spelt otherwise than it was hashed is read',
    file: 'server/evidence/read-bundle.ts',
    from: 'if (!canonical.ok || canonical.value !== line)',
    to: 'if (!canonical.ok)',
    test: bundle,
  },
  {
    breaks: 'a zip may lead out of its folder',
    file: 'server/evidence/read-bundle.ts',
    from: 'if (!FILE_NAME.test(name))',
    to: 'if (name === "")',
    test: bundle,
  },
  {
    breaks: 'a bundle that is not sound exits with 0',
    file: 'scripts/verify.ts',
    from: 'return isSound ? 0 : 1;',
    to: 'return isSound ? 0 : 0;',
    test: command,
  },
];
