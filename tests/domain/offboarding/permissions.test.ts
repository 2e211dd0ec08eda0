import { LEAVING_FLOWS } from '@domain/offboarding/flows/leaving-flows';
import { CORRECTION_FLOW } from '@domain/approval/flows/correction';
import { isHuman } from '@domain/approval/flow';
import { actionOf, dutyOf } from '@domain/offboarding/case-roles';
import { CASE_ACTIONS, CASE_ROLES, PERMISSIONS, permits, rolesFor } from '@domain/offboarding/permissions';
import { COMMAND_KINDS, type CommandKind } from '@domain/approval/commands';

describe('the table of permissions', () => {
  it('says yes or no for 8 roles and 30 actions, and nothing else', () => {
    expect(CASE_ROLES).toHaveLength(8);
    expect(CASE_ACTIONS).toHaveLength(30);
    expect(new Set([...CASE_ROLES, ...CASE_ACTIONS]).size).toBe(38);
    expect(Object.keys(PERMISSIONS).sort()).toEqual([...CASE_ACTIONS].sort());
    for (const action of CASE_ACTIONS) {
      expect(Object.keys(PERMISSIONS[action]).sort()).toEqual([...CASE_ROLES].sort());
      for (const role of CASE_ROLES) expect(typeof PERMISSIONS[action][role]).toBe('boolean');
    }
  });

  it.each(CASE_ACTIONS)('%s: nobody without a role may, and somebody may', (action) => {
    expect(permits([], action)).toBe(false);
    expect(rolesFor(action).length).toBeGreaterThan(0);
    for (const role of CASE_ROLES) expect(permits([role], action)).toBe(rolesFor(action).includes(role));
  });

  it('gives several parts what each of them gives, and nothing more', () => {
    expect(permits(['finance', 'keeper'], 'settle')).toBe(true);
    expect(permits(['finance', 'keeper'], 'waive')).toBe(false);
  });

  it('leaves a former employee looking, asking, answering and handing over in the own case, and no more', () => {
    expect(CASE_ACTIONS.filter((action) => PERMISSIONS[action].former).sort()).toEqual([
      'answerSettlement',
      'comment',
      'downloadPapers',
      'fillHandover',
      'sign',
      'urge',
      'viewCase',
      'viewSettlement',
    ]);
  });

  it('keeps pay, the interview and the personnel file from leaders, recipients and departments', () => {
    for (const action of ['viewInterview', 'viewPersonnel', 'exportEvidence', 'searchCases'] as const)
      for (const role of ['directLeader', 'recipient', 'keeper', 'finance', 'former'] as const)
        expect([action, role, PERMISSIONS[action][role]]).toEqual([action, role, false]);
    for (const role of ['directLeader', 'recipient', 'keeper'] as const)
      expect(PERMISSIONS.viewSettlement[role]).toBe(false);
  });
});

describe('every step of every shipped flow', () => {
  const steps = [CORRECTION_FLOW, ...LEAVING_FLOWS].flatMap((flow) =>
    flow.nodes.filter(isHuman).map((node) => [flow.id, node.id, flow, node] as const),
  );
  const FINISHES = {
    decide: 'agree',
    acknowledge: 'acknowledge',
    form: 'complete',
    task: 'complete',
    interview: 'complete',
    sign: 'sign',
    settle: 'settle',
  } as const;

  it.each(steps)('%s %s may be done by whom it asks', (_, __, flow, node) => {
    const action = actionOf(flow, FINISHES[node.kind], node.id);
    expect(permits([dutyOf(node.assignee)], action)).toBe(true);
  });
});

it('every command of a person asks for a permission of the table', () => {
  const [flow] = LEAVING_FLOWS;
  if (!flow) throw new Error('no flow is shipped');
  const machinery: readonly CommandKind[] = ['tick', 'documentReady', 'reportEffect'];
  for (const kind of COMMAND_KINDS.filter((one) => !machinery.includes(one)))
    expect(CASE_ACTIONS).toContain(actionOf(flow, kind, 'leader'));
});
