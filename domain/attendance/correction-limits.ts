import { refuse } from '../result';
import type { Refusal } from '../result';
import { addDays, daysBetween, localDateOf, monthOf } from '../time/local-date';
import type { LocalDate } from '../time/local-date';

/** What may be corrected by 补卡 or 申诉. */
export type CorrectionKind = 'missing-in' | 'missing-out' | 'late' | 'early' | 'absent';

/** Limits on corrections (docs/rules.md §16); null: no limit. */
export interface CorrectionLimits {
  readonly perMonth: number | null;
  readonly daysBack: number | null;
  /** Day of the next month after which a month can no longer be corrected, 1..28. */
  readonly deadlineDay: number | null;
  readonly kinds: readonly CorrectionKind[];
}

export type CorrectionRefusal =
  | Refusal<'correction.kind-not-allowed', { readonly kind: CorrectionKind }>
  | Refusal<'correction.future-day', { readonly date: LocalDate }>
  | Refusal<'correction.limit-reached', { readonly used: number; readonly limit: number }>
  | Refusal<'correction.too-many-days-back', { readonly days: number; readonly limit: number }>
  | Refusal<'correction.month-closed', { readonly month: string; readonly deadline: LocalDate }>
  | Refusal<'correction.locked', { readonly date: LocalDate }>;

/** A correction asked for, and what is known about its month. */
export interface CorrectionQuestion {
  readonly kind: CorrectionKind;
  readonly date: LocalDate;
  readonly today: LocalDate;
  /** Corrections of that month already asked for, refused and withdrawn ones left out. */
  readonly used: number;
  readonly locked: boolean;
}

/** Why a correction is not taken; null when it is. */
export function refuseCorrection(
  limits: CorrectionLimits,
  question: CorrectionQuestion,
): CorrectionRefusal | null {
  const { kind, date, today, used, locked } = question;
  if (!limits.kinds.includes(kind)) return refuse('correction.kind-not-allowed', { kind }).refusal;
  if (date > today) return refuse('correction.future-day', { date }).refusal;
  if (locked) return refuse('correction.locked', { date }).refusal;
  const { perMonth, daysBack } = limits;
  const deadline = correctionDeadline(limits, date);
  if (deadline !== null && today > deadline)
    return refuse('correction.month-closed', { month: monthOf(date), deadline }).refusal;
  const days = daysBetween(date, today);
  if (daysBack !== null && days > daysBack)
    return refuse('correction.too-many-days-back', { days, limit: daysBack }).refusal;
  if (perMonth !== null && used >= perMonth)
    return refuse('correction.limit-reached', { used, limit: perMonth }).refusal;
  return null;
}

/** The last day on which a date can be corrected; null without a deadline. */
export function correctionDeadline({ deadlineDay }: CorrectionLimits, date: LocalDate): LocalDate | null {
  if (deadlineDay === null) return null;
  const next = addDays(localDateOf(`${monthOf(date)}-28`), 4);
  return localDateOf(`${monthOf(next)}-${String(deadlineDay).padStart(2, '0')}`);
}
