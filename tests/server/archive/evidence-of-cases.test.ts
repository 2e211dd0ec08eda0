import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseAnchor } from '@domain/evidence/anchor';
import { chains } from '@server/repositories/chains';
import { commits } from '@server/repositories/commits';
import { personalRecords } from '@server/repositories/personal-records';
import { granted, outcome } from '../company/answers';
import { freshId } from '../company/person';
import { type LeavingCompany, openLeavingCompany } from '../leaving/leaving-company';
import { OpenBundle, verdictOn } from '../evidence/tamper';
import { exported, finish, handOver, noticeFrom, paperOf } from './real-case';

const ROOT = path.resolve(__dirname, '../../..');

/** One leaving from the notice to the archive, and another that has only begun. */
let company: LeavingCompany;
let caseId: string;
let otherId: string;
let zip: Buffer;
let anchorOfReceipt: { readonly count: number; readonly head: string };
let anchorOfCertificate: { readonly count: number; readonly head: string };

beforeAll(async () => {
  company = await openLeavingCompany({ at: '2026-10-22T09:00' });
  caseId = await noticeFrom(company, company.fang, '回成都照顾家人');
  await handOver(company, caseId);
  otherId = await noticeFrom(company, company.it, '另有发展');
  await finish(company, caseId, '2026-11-21');
  zip = await exported(company, caseId);
  const anchorOf = async (key: string) => {
    const { anchor } = await paperOf(company, caseId, key);
    return parseAnchor(`${anchor?.count}:${anchor?.head}`) ?? { count: 0, head: '' };
  };
  anchorOfReceipt = await anchorOf('receipt');
  anchorOfCertificate = await anchorOf('certificate');
});
afterAll(() => company.close());

const open = () => new OpenBundle(zip);

describe('the bundle of a real case', () => {
  it('is accepted by scripts/verify.ts, which `npm run -s verify` runs, with the anchors that receipt and certificate print', () => {
    const anchors = [anchorOfReceipt, anchorOfCertificate].flatMap(({ count, head }) => [
      '--anchor',
      `${count}:${head}`,
    ]);
    const script = ['--import', 'tsx', 'scripts/verify.ts', ...anchors];
    const { status, stdout, stderr } = spawnSync(process.execPath, script, { cwd: ROOT, input: zip });
    expect(stderr.toString()).toBe('');
    expect(stdout.toString()).toMatch(/^结论：通过\n/);
    expect(stdout.toString()).toContain('已核对 2 个印在纸上的存证锚点，一致。');
    expect(status).toBe(0);
  });

  it('is accepted by the verifier that it carries, in a folder where nothing else is', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'verify-'));
    writeFileSync(path.join(folder, 'verify.cjs'), open().files.get('verify.cjs') ?? '');
    const { status, stdout } = spawnSync(process.execPath, ['verify.cjs'], { cwd: folder, input: zip });
    rmSync(folder, { recursive: true });
    expect(stdout.toString()).toMatch(/^结论：通过\n/);
    expect(status).toBe(0);
  });

  it('lists its files for a spreadsheet, the texts that were signed among them', () => {
    const csv = new TextDecoder().decode(open().files.get('index.csv'));
    for (const title of [
      '解除劳动合同通知书',
      '通知书签署原文',
      '交接清单签署原文',
      '离职证明',
      '离职结算单',
    ])
      expect(csv).toContain(title);
  });

  it('has a checkpoint at every signature, at the certificate and at the close', () => {
    const reasons = open()
      .rows('checkpoints.jsonl')
      .map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason === 'signature')).toHaveLength(3);
    expect(reasons).toContain('certificate');
    expect(reasons).toContain('close');
  });

  it('keeps what people wrote off the chain, and sealed in the database', async () => {
    expect(open().lines('events.jsonl').join('\n')).not.toContain('回成都照顾家人');
    expect(open().lines('personal.jsonl').join('\n')).toContain('回成都照顾家人');
    const rows = await personalRecords.ofCase(company.database, caseId);
    expect(rows.length).toBeGreaterThan(3);
    expect(JSON.stringify(rows)).not.toContain('回成都照顾家人');
  });

  it('is not for colleagues: only HR exports', async () => {
    for (const person of [company.fang, company.leader, company.finance])
      expect(outcome(await person.call('evidence.export', { caseId }))).toMatch(
        /^(session\.forbidden|case\.unknown)$/,
      );
  });
});

describe('writing the chain', () => {
  it('happens once, however many timers run at once', async () => {
    const said = { commandId: freshId(), caseId: otherId, text: '周五交接', mentions: [] };
    granted(await company.it.call('case.say', { ...said, itemKey: null, files: [] }));
    await company.sdk.database().collection('commits').where({ caseId: otherId }).update({ chain: 'due' });
    await company.clockTo('2026-11-23T10:00');
    await Promise.all([company.tick(), company.tick(), company.tick()]);
    const events = await chains.events(company.database, otherId);
    const log = (await commits.ofCase(company.database, otherId)).flatMap((commit) => commit.events);
    const chained = events
      .map(({ entry }) => entry.facts as { readonly seq?: number })
      .flatMap(({ seq }) => seq ?? []);
    expect(chained).toEqual(log.map(({ seq }) => seq));
    expect(verdictOn(await exported(company, otherId))).toContain('结论：通过');
  });

  it('is signed nightly where nothing else asked for a signature', async () => {
    const before = await chains.checkpoints(company.database, otherId);
    await company.clockTo('2026-11-24T00:10');
    await company.tick();
    const after = await chains.checkpoints(company.database, otherId);
    expect(after.map(({ reason }) => reason).slice(before.length)).toEqual(['nightly']);
    await company.tick();
    expect(await chains.checkpoints(company.database, otherId)).toHaveLength(after.length);
  });

  it('is nothing that a phone can ask for', async () => {
    const count = (await chains.events(company.database, caseId)).length;
    const response = await fetch(`${company.cloud.url}/client/callFunction`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': company.hr.openid },
      body: JSON.stringify({
        name: 'documents',
        data: { do: 'export', caseId, by: company.hr.employmentId },
      }),
    });
    expect(await response.json()).toMatchObject({ result: null });
    expect(await chains.events(company.database, caseId)).toHaveLength(count);
  });
});
