import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { aesCipher } from '@server/cloudbase/cipher';
import { openKept } from '@server/files/keep-file';
import type { Ports } from '@server/ports';
import { fileUses } from '@server/repositories/file-uses';
import { photos } from '@server/repositories/photos';
import { shownFiles } from '@server/repositories/shown-files';
import { takePhotos } from '@server/workflow/take-photos';
import { DEMO_DATA_KEYS } from '../../../scripts/demo/cloud-options';
import { granted, outcome } from '../company/answers';
import { portsInProcess } from '../company/in-process';
import { freshId, type Person } from '../company/person';
import { idNumberOf, phoneNumberOf } from '../company/personnel';
import { secretsIn } from '../company/secrets-in-log';
import { callsOn, upload } from '../leaving/case-calls';
import { giveNotice, type LeavingCompany, openLeavingCompany } from '../leaving/leaving-company';

let company: LeavingCompany;
let ports: Ports;
let caseId: string;
const { view } = callsOn(
  () => company,
  () => caseId,
);

beforeAll(async () => {
  company = await openLeavingCompany({ at: '2026-03-09T09:00' });
  ports = portsInProcess(company);
  caseId = await giveNotice(company, company.fang, '2026-04-10');
});
afterAll(() => company.close());

/** A picture as a phone makes it: JPEG and Exif headers, and a word that stands nowhere else. */
const pictureWith = (word: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0x00, 0x60]),
    Buffer.from(`Exif\0\0GPS 31.2304,121.4737 ${word} `, 'latin1'),
    Buffer.alloc(3000, word),
    Buffer.from([0xff, 0xd9]),
  ]);

/** Which of these stand in any stored byte: the files of the storage and the database. */
function stored(...traces: readonly string[]): readonly string[] {
  const bytes = readdirSync(company.directory, { recursive: true })
    .map((name) => path.join(company.directory, String(name)))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'latin1'))
    .join('\n');
  return traces.filter((trace) => bytes.includes(trace));
}

const say = (person: Person, fileIds: readonly string[], name = '', commandId = freshId()) =>
  person.call('case.say', {
    commandId,
    caseId,
    text: '见照片',
    mentions: [],
    itemKey: null,
    files: fileIds.map((fileId) => ({ fileId, name })),
  });

const minutesLater = async (minutes: number): Promise<void> => {
  await company.cloud.clock.moveTo(company.cloud.clock.now() + minutes * 60_000);
  await company.tick();
};

/** What the conversation's newest file shows to somebody: its address. */
const shownTo = async (person: Person): Promise<string> =>
  (await view(person)).comments.at(-1)?.files[0]?.url ?? '';

const digestOf = (bytes: Uint8Array): string => ports.ids.digest(bytes);
const rowOf = async (bytes: Uint8Array) => (await photos.read(company.database, [digestOf(bytes)]))[0];

it('no stored byte tells what is on a picture; whoever may see it sees it for minutes', async () => {
  const { fang, hr } = company;
  const bytes = pictureWith('AT-REST');
  const traces = ['AT-REST', 'Exif\0\0', 'GPS 31.2304', '\xff\xd8\xff\xe1'];
  const fileId = await upload(company, fang, bytes);
  // The looking itself works: as the phone has put it there, it is found.
  expect(stored(...traces)).toEqual(traces);
  const taken = await takePhotos(ports, fang.openid, [fileId], { caseId, retention: 'conversation' });
  expect(taken).toMatchObject({ ok: true });
  expect(stored(...traces)).toEqual([]);
  expect(await ports.files.read(fileId)).toBeNull();

  granted(await say(fang, [fileId], '王芳体检.jpg'));
  const url = await shownTo(hr);
  expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(bytes);
  // One copy serves everybody who looks in the same minutes.
  expect(new URL(await shownTo(fang)).pathname).toBe(new URL(url).pathname);
  await minutesLater(6);
  expect(stored(...traces)).toEqual([]);
  expect((await fetch(url)).ok).toBe(false);
  expect((await fetch(await shownTo(hr))).ok).toBe(true);
  await minutesLater(6);
  expect(stored(...traces)).toEqual([]);
  const log = company.log.join('\n');
  expect(log).toContain('case.say');
  for (const secret of [...traces, '王芳体检', fileId]) expect(log).not.toContain(secret);
});

it('another key says so and shows nothing; an older key still opens', async () => {
  const bytes = pictureWith('UNDER-KEYS');
  granted(await say(company.fang, [await upload(company, company.fang, bytes)]));
  const photo = await rowOf(bytes);
  if (!photo) throw new Error('the picture was not kept');
  expect(Buffer.from(await openKept(ports, photo))).toEqual(bytes);
  const withKeys = (list: string): Ports => ({ ...ports, cipher: aesCipher(list, 's'.repeat(32)) });
  const another = (id: string): string => `${id}:${Buffer.alloc(32, 7).toString('base64')}`;
  const [keyId = ''] = DEMO_DATA_KEYS.split(':');
  await expect(openKept(withKeys(another(keyId)), photo)).rejects.toThrow(
    /does not open: the key is another/,
  );
  await expect(openKept(withKeys(another('k9')), photo)).rejects.toThrow(/has no key/);
  const rotated = withKeys(`${another('k9')},${DEMO_DATA_KEYS}`);
  expect(Buffer.from(await openKept(rotated, photo))).toEqual(bytes);
  await expect(openKept(ports, { ...photo, _id: 'f'.repeat(64) })).rejects.toThrow(/does not open/);
});

it('a command that is sent again after its file was taken still finds it', async () => {
  const { fang } = company;
  const fileId = await upload(company, fang, pictureWith('TWICE'));
  const taking = () => takePhotos(ports, fang.openid, [fileId], { caseId, retention: 'conversation' });
  expect(await taking()).toEqual(await taking());
  granted(await say(fang, [fileId]));
  expect((await fetch(await shownTo(fang))).ok).toBe(true);
  // Somebody else's upload stays unknown, taken or not.
  expect(outcome(await say(company.leader, [fileId]))).toBe('file.unknown');
});

it('what nobody takes goes after a day, and so does what was taken and never named', async () => {
  const { fang } = company;
  const lost = await upload(company, fang, pictureWith('LOST'), 'lost.jpg');
  granted(await fang.call('upload.announce', { path: lost.slice(lost.indexOf('inbox/')) }));
  expect(outcome(await fang.call('upload.announce', { path: 'inbox/somebody-else/1.jpg' }))).toBe(
    'file.unknown',
  );
  const unnamed = pictureWith('UNNAMED');
  await takePhotos(ports, fang.openid, [await upload(company, fang, unnamed)], {
    caseId,
    retention: 'conversation',
  });
  const named = pictureWith('NAMED');
  granted(await say(fang, [await upload(company, fang, named)]));
  await minutesLater(23 * 60);
  expect(await ports.files.read(lost)).not.toBeNull();
  expect(await rowOf(unnamed)).toMatchObject({ bytes: unnamed.length });
  const kept = await rowOf(unnamed);
  await minutesLater(2 * 60);
  expect(await ports.files.read(lost)).toBeNull();
  expect(await rowOf(unnamed)).toMatchObject({ bytes: 0 });
  expect(await ports.files.read(kept?.fileId ?? '')).toBeNull();
  expect(await fileUses.ofFile(company.database, digestOf(unnamed))).toEqual([]);
  expect((await fetch(await shownTo(fang))).ok).toBe(true);
});

it('a document opens for whoever sees its name, one at a time', async () => {
  const { fang, hr } = company;
  const bytes = Buffer.from('%PDF-1.7 DOCUMENT %%EOF');
  granted(await say(fang, [await upload(company, fang, bytes, 'a.pdf')], '说明.pdf'));
  const digest = digestOf(bytes);
  expect(await shownFiles.ofFile(company.database, digest)).toEqual([]);
  const { url } = granted(await hr.call('file.open', { caseId, digest }));
  expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(bytes);
  const stranger = await company.person('赵一鸣').bind();
  expect(outcome(await stranger.call('file.open', { caseId, digest }))).toBe('case.unknown');
  // Kept, but not in this case for anybody to see.
  const elsewhere = pictureWith('ELSEWHERE');
  await takePhotos(ports, fang.openid, [await upload(company, fang, elsewhere)], {
    caseId,
    retention: 'medical',
  });
  expect(outcome(await hr.call('file.open', { caseId, digest: digestOf(elsewhere) }))).toBe('file.unknown');
});

it('the look into the log of every company finds what no log may say', () => {
  const { fang } = company;
  const found = (line: string) => secretsIn([line], [fang]).length > 0;
  const bad = [fang.name, idNumberOf(fang), phoneNumberOf(fang), '110101199003074477', 'tel 13800138000'];
  for (const word of [...bad, 'inbox/x/1.jpg', 'cloud://env.bucket/1'])
    expect(found(`{"a":"${word}"}`)).toBe(true);
  expect(found('{"at":1773018000000,"person":"E003","ms":12,"digest":"13800138000aabb"}')).toBe(false);
});

it('a file of before files were sealed is shown, and sealed by the timer', async () => {
  const { fang, hr } = company;
  const bytes = pictureWith('OF-OLD');
  const fileId = await ports.files.keep('photos/of-old', bytes);
  const old = { _id: digestOf(bytes), fileId, bytes: bytes.length, keptAt: 1 };
  expect(await photos.add(company.database, old)).toBe(true);
  granted(await say(fang, [await upload(company, fang, bytes)]));
  expect((await fetch(await shownTo(hr))).ok).toBe(true);
  expect(await ports.files.read(fileId)).not.toBeNull();
  await minutesLater(6);
  await minutesLater(6);
  expect(await ports.files.read(fileId)).toBeNull();
  expect(stored('OF-OLD')).toEqual([]);
  expect(await rowOf(bytes)).toMatchObject({ sealed: true, plainFileId: null });
  expect(Buffer.from(await (await fetch(await shownTo(hr))).arrayBuffer())).toEqual(bytes);
});
