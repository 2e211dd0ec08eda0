import {
  correctionDeadline,
  type CorrectionKind,
  refuseCorrection,
} from '@domain/attendance/correction-limits';
import { type LocalDate, monthOf, parseLocalDate } from '@domain/time/local-date';
import { dateText } from '@domain/time/local-date';
import type { Caller } from '../caller';
import { sheetsByMonth, type JudgedDay } from '../attendance/judged-days';
import { deskOver, type PunchDesk } from '../attendance/punch-desk';
import { reopenDesk } from '../attendance/record-punch';
import { recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { type CaseDocument, cases } from '../repositories/cases';
import type { RefusalOf } from '../use-case';
import { correctionOf } from './case-fact';

export type CorrectionRefusalWire = RefusalOf<
  | 'correction.kind-not-allowed'
  | 'correction.future-day'
  | 'correction.limit-reached'
  | 'correction.too-many-days-back'
  | 'correction.month-closed'
  | 'correction.already-asked'
  | 'month.locked'
>;

/** One day of the caller as a correction sees it. */
export interface CorrectionDesk {
  readonly desk: PunchDesk;
  readonly day: JudgedDay;
  readonly date: LocalDate;
  /** A request about this day that is still running. */
  readonly open: CaseDocument | null;
  /** Requests of that month, refused and withdrawn ones left out. */
  readonly used: number;
  readonly locked: boolean;
}

export const subjectOf = (employmentId: string, date: LocalDate): string => `${employmentId}:${date}`;

/** Null when the day is none that can be looked at: no date, or before last month. */
export async function openCorrectionDesk(
  ports: Ports,
  caller: Caller,
  text: string,
): Promise<CorrectionDesk | null> {
  const date = parseLocalDate(text);
  if (date === null) return null;
  const { employment } = caller;
  const org = await recentOrganisation(ports);
  const [desk, mine] = await Promise.all([
    reopenDesk(ports, deskOver(org, employment, sheetsByMonth([]), ports.clock.now())),
    cases.ofApplicant(ports.database, employment._id, 'correction', 1000),
  ]);
  const day = desk.days.find((one) => one.date === date);
  if (!day) return null;
  const ofMonth = mine.filter(({ state }) => {
    const asked = correctionOf(state);
    return asked !== null && monthOf(asked.date) === monthOf(date);
  });
  const open = ofMonth.find(
    ({ subject, status }) => subject === subjectOf(employment._id, date) && status === 'running',
  );
  const counted = ofMonth.filter(({ state }) => state.result !== 'rejected' && state.result !== 'withdrawn');
  const locked = (desk.months.get(monthOf(date))?.lock ?? 'open') !== 'open';
  return { desk, day, date, open: open ?? null, used: counted.length, locked };
}

/** What is wrong with a card, as the limits count it; null when nothing is. */
export function kindOf({ verdict }: JudgedDay, card: 'in' | 'out', segment: number): CorrectionKind | null {
  const missing = verdict.missing.includes(2 * segment + (card === 'in' ? 0 : 1));
  if (missing) return card === 'in' ? 'missing-in' : 'missing-out';
  const off = card === 'in' ? 'late' : 'early';
  const kinds = verdict.findings.filter((finding) => finding.segment === segment).map(({ kind }) => kind);
  if (kinds.includes(off)) return off;
  return verdict.absentMinutes > 0 ? 'absent' : null;
}

/** Why a correction of this card is not taken; null when it is. */
export function correctionRefusal(
  { desk, day, date, open, used, locked }: CorrectionDesk,
  card: 'in' | 'out',
  segment: number,
): CorrectionRefusalWire | null {
  if (open) return { code: 'correction.already-asked', facts: { caseId: open._id } };
  const kind = kindOf(day, card, segment);
  if (kind === null && date <= desk.today) return { code: 'correction.kind-not-allowed', facts: {} };
  const limits = desk.org.published.correctionLimits;
  const refusal = refuseCorrection(limits, {
    kind: kind ?? 'missing-in',
    date,
    today: desk.today,
    used,
    locked,
  });
  if (!refusal) return null;
  switch (refusal.code) {
    case 'correction.locked':
      return { code: 'month.locked', facts: { month: monthOf(date) } };
    case 'correction.month-closed':
      return { code: refusal.code, facts: { deadline: dateText(refusal.facts.deadline) } };
    case 'correction.limit-reached':
      return { code: refusal.code, facts: refusal.facts };
    case 'correction.too-many-days-back':
      return { code: refusal.code, facts: { limit: refusal.facts.limit } };
    default:
      return { code: refusal.code, facts: {} };
  }
}

export function deadlineText({ desk, date }: CorrectionDesk): string | null {
  const deadline = correctionDeadline(desk.org.published.correctionLimits, date);
  return deadline === null ? null : `最晚 ${dateText(deadline)} 提出`;
}
