import type { Case } from '@domain/approval/case';
import { outsideFact, outsideOf } from '../attendance/outside-fields';
import { dateText, type LocalDate } from '@domain/time/local-date';
import { requestFact, requestOf, revocationOf } from '../requests/request-fields';
import { swapOf } from '../rosters/swap-fields';
import { leavingFact } from '../leaving/leaving-facts';
import { clockText } from '@domain/time/work-minute';

export interface CorrectionFields {
  readonly date: LocalDate;
  readonly card: 'in' | 'out';
  readonly segment: number;
  readonly minute: number;
  readonly reason: string;
}

/** What a correction case asks for; null for a case of another flow. */
export function correctionOf(state: Case): CorrectionFields | null {
  const form = state.forms.apply;
  if (state.flow.id !== 'correction' || !form) return null;
  return form as unknown as CorrectionFields;
}

/** The one fact that decides: '11月20日 周五 下班卡 18:05'. */
export function caseFact(state: Case): string {
  const request = requestOf(state);
  if (request) return requestFact(request);
  const revoked = revocationOf(state);
  if (revoked) return `撤销 ${revoked.request}`;
  const swap = swapOf(state);
  if (swap) return swap.text;
  const outside = outsideOf(state);
  if (outside) return outsideFact(outside);
  const asked = correctionOf(state);
  if (!asked) return state.flow.id.startsWith('leave-') ? leavingFact(state) : '';
  return `${dateText(asked.date)} ${asked.card === 'in' ? '上班卡' : '下班卡'} ${clockText(asked.minute)}`;
}
