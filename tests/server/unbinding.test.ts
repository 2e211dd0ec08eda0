import { unbindEmployee } from '@server/messages/unbind-employee';
import { type CaseDocument, cases } from '@server/repositories/cases';
import { DEMO_EMPLOYEE_TEMPLATE_ID } from '../../scripts/demo/cloud-options';
import { granted } from './company/answers';
import { portsInProcess } from './company/in-process';
import { giveNotice, type LeavingCompany, openLeavingCompany } from './leaving/leaving-company';

let company: LeavingCompany;
beforeAll(async () => {
  company = await openLeavingCompany({ at: '2026-03-09T09:00' });
});
afterAll(() => company.close());

it('用工消息 reach whoever leaves until the certificate is delivered, and nobody after it', async () => {
  const { fang } = company;
  const templateIds = [DEMO_EMPLOYEE_TEMPLATE_ID];
  await company.cloud.weChat.bindEmployee(fang.openid, templateIds);
  granted(await fang.call('reminders.recordBinding', { bound: true, templateIds }));
  const caseId = await giveNotice(company, fang, '2026-04-10');
  const stored = await cases.read(company.database, caseId);
  if (!stored) throw new Error('the notice began no case');
  const ports = portsInProcess(company);

  await unbindEmployee(ports, stored);
  expect(company.cloud.weChat.isBound(fang.openid)).toBe(true);

  const generated = withDone(stored, ['certificate']);
  await unbindEmployee(ports, generated);
  expect(company.cloud.weChat.isBound(fang.openid)).toBe(true);

  await unbindEmployee(ports, withDone(stored, ['certificate', 'certificateIssue']));
  expect(company.cloud.weChat.isBound(fang.openid)).toBe(false);
  expect(granted(await fang.call('reminders.channels', {})).employee?.bound).toBe(false);
});

/** The case as it stands when these nodes are done. */
function withDone(stored: CaseDocument, nodeIds: readonly string[]): CaseDocument {
  const [some] = Object.values(stored.state.nodes);
  if (!some) throw new Error('the case has no node');
  const done = nodeIds.map((id) => [id, { ...some, id, status: 'done' as const }]);
  return {
    ...stored,
    state: { ...stored.state, nodes: { ...stored.state.nodes, ...Object.fromEntries(done) } },
  };
}
