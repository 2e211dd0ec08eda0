import { foldEvents } from '@domain/approval/apply-event';
import type { CaseEvent } from '@domain/approval/events';
import { transition } from '@domain/approval/transition';
import { contextAt, flowOf, person, Stage, TUESDAY } from './cast';

describe('what no scenario can ask', () => {
  const stage = new Stage(flowOf('correction')).start();
  const log = stage.log as readonly CaseEvent[];

  it('a case does not move on another flow than its own', () => {
    const command = {
      id: 'x',
      caseId: 'case-1',
      actor: person('wang'),
      kind: 'withdraw',
      reason: 'x',
    } as const;
    const other = flowOf('leave');
    expect(transition(other, stage.state, command, contextAt(TUESDAY))).toEqual({
      ok: false,
      refusal: {
        code: 'case.other-flow',
        facts: { needed: stage.version.digest, given: other.digest },
      },
    });
  });

  it('a command for another case does not move this one', () => {
    const command = {
      id: 'x',
      caseId: 'case-2',
      actor: person('wang'),
      kind: 'withdraw',
      reason: 'x',
    } as const;
    expect(transition(stage.version, stage.state, command, contextAt(TUESDAY))).toEqual({
      ok: false,
      refusal: { code: 'case.unknown', facts: { caseId: 'case-2' } },
    });
  });

  it('a log with a hole is not a case', () =>
    expect(foldEvents([...log.slice(0, 2), ...log.slice(3)])).toEqual({
      ok: false,
      refusal: { code: 'log.gap', facts: { expectedSeq: 3, foundSeq: 4 } },
    }));

  it('a log with the events of two cases is none', () => {
    const strange = log.map((event) => (event.seq === 3 ? { ...event, caseId: 'case-2' } : event));
    expect(foldEvents(strange)).toEqual({
      ok: false,
      refusal: { code: 'log.other-case', facts: { expected: 'case-1', found: 'case-2' } },
    });
  });
});
