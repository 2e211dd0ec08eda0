import { freshId } from './company/person';
import { giveNotice, type LeavingCompany, openLeavingCompany, taskOf } from './leaving/leaving-company';

let company: LeavingCompany;
let caseId: string;

/** 王芳 has given notice on Monday morning; her leader is asked. */
beforeEach(async () => {
  company = await openLeavingCompany({ at: '2026-03-09T09:00' });
  caseId = await giveNotice(company, company.fang, '2026-04-10');
});
afterEach(() => company.close());

describe('a card in a chat', () => {
  it('answers a stranger byte for byte as if the case did not exist, on every procedure', async () => {
    const stranger = await company.person('赵一鸣').bind();
    const link = await taskOf(company, caseId, 'leader');
    const asked = (id: string, task: { taskId: string; round: number }) =>
      [
        ['case.view', { caseId: id, ...task }],
        ['case.act', { commandId: freshId(), caseId: id, ...task, action: 'acknowledge', comment: '' }],
        ['case.move', { commandId: freshId(), caseId: id, move: 'urge', nodeId: 'leader', text: '' }],
        [
          'case.say',
          { commandId: freshId(), caseId: id, text: '在吗', mentions: [], itemKey: null, files: [] },
        ],
        ['case.pulse', { caseId: id }],
        ['case.see', { caseId: id, seq: 1 }],
      ] as const;
    const raw = async (procedure: string, input: unknown, openid: string) =>
      (
        await fetch(`${company.cloud.url}/client/callFunction`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
          body: JSON.stringify({ name: 'api', data: { procedure, input } }),
        })
      ).text();
    const stripped = (text: string) => text.replace(/"requestID":"[^"]*"/gi, '');
    const nowhere = `${company.fang.employmentId}-${freshId()}`;
    for (const [place, [procedure, input]] of asked(caseId, link).entries()) {
      const unknown = asked(nowhere, { taskId: 'leader#1.0.0', round: 1 })[place]?.[1];
      const foreign = stripped(await raw(procedure, input, stranger.openid));
      expect(foreign).toContain('case.unknown');
      expect(foreign).toBe(stripped(await raw(procedure, unknown, stranger.openid)));
      // Somebody in the right company but another branch's HR is as much a stranger.
      expect(foreign).toBe(
        stripped(await raw(procedure, input, company.person('高志强').openid)).replace(
          'session.not-bound',
          'case.unknown',
        ),
      );
    }
    expect(await raw('case.view', { caseId, ...link }, 'openid-of-nobody')).toContain('session.not-bound');
  });
});
