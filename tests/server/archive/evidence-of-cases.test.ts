import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { granted } from '../company/answers';
import { caseOf, type LeavingCompany, openLeavingCompany } from '../leaving/leaving-company';
import { verdictOn } from '../evidence/tamper';
import { finish, handOver, noticeFrom } from './real-case';

let company: LeavingCompany;
beforeEach(async () => {
  company = await openLeavingCompany({ at: '2026-10-22T09:00' });
});
afterEach(() => company.close());

it('a whole leaving exports and verifies', async () => {
  const caseId = await noticeFrom(company, company.fang, '回成都照顾家人');
  await handOver(company, caseId);
  await finish(company, caseId, '2026-11-21');
  const state = await caseOf(company, caseId);
  console.log(
    state.status,
    Object.values(state.nodes)
      .filter((n) => n.status === 'open')
      .map((n) => n.id),
  );
  const made = granted(await company.branchHr.call('evidence.export', { caseId }));
  const zip = Buffer.from(await (await fetch(made.url)).arrayBuffer());
  console.log(verdictOn(zip), made, company.log.filter((l) => /fault|message/.test(l)).slice(-5));
  void spawnSync;
  void path;
});
