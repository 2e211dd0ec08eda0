import type { ApprovalRefusal } from '@domain/approval/refusals';
import { instantOf } from '@domain/time/instant';
import type { Organisation } from '../organisation';
import type { RefusalOf } from '../use-case';
import { momentText } from '../wall-text';
import type { Staff } from './staff';

export type WireCaseRefusal = RefusalOf<
  | 'case.unknown'
  | 'case.closed'
  | 'task.dead-link'
  | 'task.already-decided'
  | 'task.moved'
  | 'task.not-your-turn'
  | 'action.not-offered'
  | 'reason.missing'
  | 'person.unknown'
  | 'person.gone'
  | 'urge.too-soon'
  | 'case.cannot-move'
  | 'command.id-taken'
>;

const RESULTS: Readonly<Record<string, string>> = {
  approved: '已通过',
  rejected: '未通过',
  finished: '已完成',
  withdrawn: '已撤回',
};
const OUTCOMES: Readonly<Record<string, string>> = { agreed: '同意', rejected: '未同意', returned: '退回' };

/** The engine's "no" as the contract says it: names and wall-clock times instead of ids and instants. */
export function wireCaseRefusal(refusal: ApprovalRefusal, org: Organisation, staff: Staff): WireCaseRefusal {
  switch (refusal.code) {
    // An unknown task and somebody else's are answered like an unknown case: a link gives nothing away.
    case 'case.unknown':
    case 'task.unknown':
      return { code: 'case.unknown', facts: {} };
    case 'case.closed':
      return { code: refusal.code, facts: { resultText: RESULTS[refusal.facts.result] ?? '已结束' } };
    case 'task.dead-link':
      return { code: refusal.code, facts: {} };
    case 'task.already-decided': {
      const { by, at, outcome } = refusal.facts;
      const facts = {
        byName: staff.nameOf(by),
        at: momentText(org.zone, at),
        outcome: OUTCOMES[outcome] ?? '处理',
      };
      return { code: refusal.code, facts };
    }
    case 'task.moved':
      return { code: refusal.code, facts: { toName: staff.nameOf(refusal.facts.to) } };
    case 'task.not-your-turn':
      return { code: refusal.code, facts: { waitsForName: staff.nameOf(refusal.facts.waitsFor) } };
    case 'action.not-offered':
      return { code: refusal.code, facts: { action: refusal.facts.action } };
    case 'reason.missing':
    case 'person.unknown':
    case 'command.id-taken':
      return { code: refusal.code, facts: {} };
    case 'person.gone':
      return { code: refusal.code, facts: { name: staff.nameOf(refusal.facts.person) } };
    case 'urge.too-soon':
      return {
        code: refusal.code,
        facts: { againAt: momentText(org.zone, instantOf(refusal.facts.againAt)) },
      };
    default:
      return { code: 'case.cannot-move', facts: { because: refusal.code } };
  }
}
