import { cases } from '@server/repositories/cases';
import { caseDocuments } from '@server/repositories/case-documents';
import { commits } from '@server/repositories/commits';
import { personalRecords } from '@server/repositories/personal-records';
import { signatureMarks } from '@server/repositories/signature-marks';
import { outcome, refused } from '../company/answers';
import { portsInProcess } from '../company/in-process';
import { verdictOn } from '../evidence/tamper';
import { type LeavingCompany, openLeavingCompany } from '../leaving/leaving-company';
import { exported, fileOf, finish, handOver, noticeFrom, paperOf } from './real-case';

const REASON = '回成都照顾家人';

/** 王芳's contract ended on 2026-11-21: two years later everything of the leaving must go. */
let company: LeavingCompany;
let caseId: string;

beforeAll(async () => {
  company = await openLeavingCompany({ at: '2026-10-22T09:00' });
  caseId = await noticeFrom(company, company.fang, REASON);
  await handOver(company, caseId);
  await finish(company, caseId, '2026-11-21');
});
afterAll(() => company.close());

it('keeps everything to the last day of its time', async () => {
  await company.clockTo('2028-11-20T23:50');
  await company.tick();
  expect((await caseDocuments.ofCase(company.database, caseId)).every(({ state }) => state === 'kept')).toBe(
    true,
  );
});

it('then destroys files, salts and the words in the log, once, and the chain says so and still verifies', async () => {
  const certificate = await paperOf(company, caseId, 'certificate');
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

  for (const collection of ['notices', 'handoverVersions', 'settlements']) {
    const left = JSON.stringify(await company.database.find(collection, {}, { limit: 10 }));
    for (const word of [REASON, '王芳', '华东区客户', '1234567']) expect(left).not.toContain(word);
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
