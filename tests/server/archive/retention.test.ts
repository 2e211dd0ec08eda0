import { cases } from '@server/repositories/cases';
import { chains } from '@server/repositories/chains';
import { caseDocuments } from '@server/repositories/case-documents';
import { commits } from '@server/repositories/commits';
import { fileUses } from '@server/repositories/file-uses';
import { nonCompetes } from '@server/repositories/non-competes';
import { personalRecords } from '@server/repositories/personal-records';
import { photos } from '@server/repositories/photos';
import { shownFiles } from '@server/repositories/shown-files';
import { signatureMarks } from '@server/repositories/signature-marks';
import { granted, outcome, refused } from '../company/answers';
import { portsInProcess } from '../company/in-process';
import { freshId } from '../company/person';
import { verdictOn } from '../evidence/tamper';
import { upload } from '../leaving/case-calls';
import { type LeavingCompany, openLeavingCompany } from '../leaving/leaving-company';
import { exported, fileOf, finish, handOver, noticeFrom, paperOf } from './real-case';

const REASON = '回成都照顾家人';

/** 王芳's contract ended on 2026-11-21: two years later everything of the leaving must go. */
let company: LeavingCompany;
let caseId: string;
/** Digests of what people handed in. */
let handedIn: readonly string[];

const TERMS = { scope: '同类产品的研发', area: '上海市', months: 12, monthlyFen: 1_000_000 };

const picture = (word: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(word)]);

/** A picture in the conversation, a document for the handover, a laptop's picture; and a non-compete. */
async function handIn(): Promise<readonly string[]> {
  const { fang, admin, database } = company;
  const pictures = { said: picture('said'), attached: picture('attached'), claimed: picture('claimed') };
  const say = { commandId: freshId(), caseId, text: '见照片', mentions: [], itemKey: null };
  const said = await upload(company, fang, pictures.said);
  granted(await fang.call('case.say', { ...say, files: [{ fileId: said, name: '' }] }));
  const attached = await upload(company, fang, pictures.attached);
  granted(await fang.call('handover.attach', { caseId, fileId: attached, name: '客户清单.jpg' }));
  const issuing = { commandId: freshId(), caseId, name: '笔记本电脑', number: 'A-001' };
  const [laptop] = granted(await admin.call('assets.issue', issuing)).assets;
  const claim = { commandId: freshId(), caseId, assetId: laptop?.id ?? '', move: 'claim' } as const;
  const claimed = await upload(company, fang, pictures.claimed);
  granted(await fang.call('assets.move', { ...claim, note: '放在前台', photoIds: [claimed] }));
  await database.transaction((transaction) =>
    nonCompetes.add(transaction, { _id: caseId, terms: TERMS, digest: 'd', writtenBy: 'E001', at: 1 }),
  );
  const { ids } = portsInProcess(company);
  return Object.values(pictures).map((bytes) => ids.digest(bytes));
}

beforeAll(async () => {
  company = await openLeavingCompany({ at: '2026-10-22T09:00' });
  caseId = await noticeFrom(company, company.fang, REASON);
  await handOver(company, caseId);
  handedIn = await handIn();
  await finish(company, caseId, '2026-11-21');
});
afterAll(() => company.close());

it('keeps everything to the last day of its time', async () => {
  await company.clockTo('2028-11-20T23:50');
  await company.tick();
  // A bundle carries what people handed in as they handed it in.
  const bundle = await exported(company, caseId);
  expect(verdictOn(bundle)).toContain('结论：通过');
  for (const word of ['said', 'claimed']) expect(bundle.includes(picture(word))).toBe(true);
  expect((await caseDocuments.ofCase(company.database, caseId)).every(({ state }) => state === 'kept')).toBe(
    true,
  );
});

it('then destroys files, salts and the words in the log, once, and the chain says so and still verifies', async () => {
  const certificate = await paperOf(company, caseId, 'certificate');
  const files = await photos.read(company.database, handedIn);
  expect(files.filter(({ bytes }) => bytes > 0)).toHaveLength(3);
  for (const { fileId } of files) expect((await fileOf(company, fileId)).length).toBeGreaterThan(0);
  // Somebody looks at the last moment: the plain copies go too.
  granted(await company.hr.call('case.view', { caseId, taskId: null, round: null }));
  expect(await shownFiles.ofFile(company.database, handedIn[0] ?? '')).not.toEqual([]);
  const before = await paperOf(company, caseId, 'notice');
  expect((await fileOf(company, before.fileId)).length).toBeGreaterThan(1000);
  await company.clockTo('2028-11-21T00:10');
  await Promise.all([company.tick(), company.tick()]);
  await company.tick();

  const rows = await caseDocuments.ofCase(company.database, caseId);
  expect(
    rows.every(({ state, fileId, salt }) => state === 'purged' && fileId === null && salt === null),
  ).toBe(true);
  await expect(fileOf(company, before.fileId)).rejects.toThrow();
  expect((await personalRecords.ofCase(company.database, caseId)).every(({ box }) => box === null)).toBe(
    true,
  );
  expect(JSON.stringify(await commits.ofCase(company.database, caseId))).not.toContain(REASON);
  expect(JSON.stringify(await cases.read(company.database, caseId))).not.toContain(REASON);

  for (const collection of ['notices', 'handoverVersions', 'settlements', 'assets', 'photos']) {
    const left = JSON.stringify(await company.database.find(collection, {}, { limit: 10 }));
    for (const word of [REASON, '王芳', '华东区客户', '1234567', '放在前台', '客户清单'])
      expect(left).not.toContain(word);
  }
  for (const { fileId } of files) await expect(fileOf(company, fileId)).rejects.toThrow();
  for (const digest of handedIn) {
    expect(await fileUses.ofFile(company.database, digest)).toEqual([]);
    expect(await shownFiles.ofFile(company.database, digest)).toEqual([]);
  }
  const mark = (await commits.ofCase(company.database, caseId))
    .flatMap(({ events }) => events)
    .flatMap(({ body }) => (body.type === 'signed' ? body.mark : []))[0];
  const { cipher } = portsInProcess(company);
  expect(await signatureMarks.drawing(company.database, cipher, mark ?? '')).toMatchObject({ strokes: [] });

  const verdict = verdictOn(await exported(company, caseId), {
    anchors: [{ count: certificate.anchor?.count ?? 0, head: certificate.anchor?.head ?? '' }],
  });
  expect(verdict).toContain('结论：通过');
  expect(verdict).toMatch(/按规定销毁 \d+ 项，链仍然完整/);
  expect(verdict).toContain('文件 0 份');
});

it('keeps the non-compete a year longer, and then forgets it too', async () => {
  expect(await nonCompetes.read(company.database, caseId)).toMatchObject({ terms: TERMS });
  await company.clockTo('2029-11-20T23:50');
  await company.tick();
  expect(await nonCompetes.read(company.database, caseId)).toMatchObject({ terms: TERMS });
  await company.clockTo('2029-11-21T00:10');
  await company.tick();
  expect(await nonCompetes.read(company.database, caseId)).toMatchObject({ terms: { scope: '', months: 0 } });
  expect((await chains.head(company.database, caseId))?.purgeOn).toBeNull();
});

it('says so to whoever asks for a paper, and still vouches for one that somebody kept', async () => {
  const [row] = await caseDocuments.versionsOf(company.database, caseId, 'certificate');
  expect(refused(await company.fang.call('document.open', { documentId: row?._id ?? '' })).code).toBe(
    'document.purged',
  );
  const asked = await company.phone('openid-of-an-employer', 'document.verify', {
    number: row?.number,
    code: row?.contentDigest?.slice(0, 16),
  });
  expect(asked).toMatchObject({ ok: true, value: { state: 'valid' } });
  expect(outcome(await company.hr.call('document.list', { caseId }))).toBe('ok');
});
