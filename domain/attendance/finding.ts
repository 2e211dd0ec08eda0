import type { LocalDate } from '../time/local-date';

/** Every clause of the rules that can leave a trace in a verdict. docs/glossary.md has a word for each. */
export type FindingKind =
  | 'late'
  | 'early'
  | 'missing-in'
  | 'missing-out'
  | 'absent'
  | 'allowed-late'
  | 'allowed-early'
  | 'early-in-early-out'
  | 'late-in-late-out'
  | 'late-in-over-cap'
  | 'late-out-late-in'
  | 'shortfall'
  | 'flexible-time'
  | 'early-not-judged'
  | 'cover'
  | 'flex-off'
  | 'overtime'
  | 'overtime-not-counted'
  | 'out-before-in'
  | 'unplaced'
  | 'clock-change';

/** What the clause measured, or which of its forms applied. */
export type Basis =
  | 'shift'
  | 'moved'
  | 'fixed'
  | 'elastic'
  | 'no-in-no-out'
  | 'no-in'
  | 'no-out'
  | 'late-over'
  | 'early-over'
  | 'leave'
  | 'outing'
  | 'trip'
  | 'approval'
  | 'punches'
  | 'window'
  | 'zone';

/** The numbers behind a finding, enough to print a sentence. null: plays no part. */
export interface Because {
  rule: string | null;
  version: number | null;
  /** Wall-clock minutes of the duty day: what was due, and what was. */
  expected: number | null;
  actual: number | null;
  basis: Basis;
  /** The minutes that were compared … */
  measured: number | null;
  /** … with this. */
  limit: number | null;
  unit: number | null;
  /** Which row of late-out late-in, counted from 1. */
  row: number | null;
  /** The other day it rests on. */
  date: LocalDate | null;
  /** Which punch. */
  punch: string | null;
}

/** One reason. `segment` counts from 0; null when it is the whole day's. */
export interface Finding {
  readonly kind: FindingKind;
  readonly minutes: number;
  readonly segment: number | null;
  readonly because: Because;
}

/** A finding whose numbers are still to be filled in. */
export const makeFinding = (
  kind: FindingKind,
  minutes: number,
  segment: number | null,
  rule: string | null,
  version: number | null,
  basis: Basis,
): Finding => ({
  kind,
  minutes,
  segment,
  because: {
    rule,
    version,
    expected: null,
    actual: null,
    basis,
    measured: null,
    limit: null,
    unit: null,
    row: null,
    date: null,
    punch: null,
  },
});
