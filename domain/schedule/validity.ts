import type { LocalDate } from '../time/local-date';

/** 'MM-DD'. */
export type MonthDay = string;

/** One yearly period, both days included. nextYear (次年): it ends in the year after it began. */
export interface YearlyPeriod {
  readonly from: MonthDay;
  readonly to: MonthDay;
  readonly nextYear?: boolean;
}

/** When a rule is in force (docs/rules.md §10); null or left out: always. */
export type Validity =
  | { readonly kind: 'fixed'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly kind: 'yearly'; readonly periods: readonly YearlyPeriod[] };

/**
 * Whether a day lies in the validity. 'MM-DD' texts compare as text, so in a common year 02-29 as an end is
 * 28 February and as a start 1 March, and neighbouring periods tile.
 */
export function isInForce(validity: Validity | null | undefined, date: LocalDate): boolean {
  if (validity == null) return true;
  if (validity.kind === 'fixed') return date >= validity.from && date <= validity.to;
  const day = date.slice(5);
  return validity.periods.some(({ from, to, nextYear }) =>
    nextYear === true ? day >= from || day <= to : day >= from && day <= to,
  );
}
