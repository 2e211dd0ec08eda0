import type { LocalDate } from '../time/local-date';

/** Every clause of the rules that can leave a trace in a verdict. docs/glossary.md has a word for each. */
export const FINDING_KINDS = [
  'late',
  'early',
  'missing-in',
  'missing-out',
  'absent',
  'allowed-late',
  'allowed-early',
  'early-in-early-out',
  'late-in-late-out',
  'late-in-over-cap',
  'late-out-late-in',
  'shortfall',
  'flexible-time',
  'early-not-judged',
  'cover',
  'flex-off',
  'overtime',
  'overtime-not-counted',
  'out-before-in',
  'unplaced',
  'clock-change',
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

/** What the clause measured, or which of its forms applied. */
export const BASES = [
  'shift',
  'moved',
  'fixed',
  'elastic',
  'no-in-no-out',
  'no-in',
  'no-out',
  'late-over',
  'early-over',
  'leave',
  'outing',
  'trip',
  'approval',
  'punches',
  'window',
  'zone',
] as const;

export type Basis = (typeof BASES)[number];

/** The numbers behind a finding, enough to print a sentence. null: plays no part. */
export interface Because {
  readonly rule: string | null;
  readonly version: number | null;
  /** Wall-clock minutes of the duty day: what was due, and what was. */
  readonly expected: number | null;
  readonly actual: number | null;
  readonly basis: Basis;
  /** The minutes that were compared … */
  readonly measured: number | null;
  /** … with this. */
  readonly limit: number | null;
  readonly unit: number | null;
  /** Which row of late-out late-in, counted from 1. */
  readonly row: number | null;
  /** The other day it rests on. */
  readonly date: LocalDate | null;
  /** Which punch. */
  readonly punch: string | null;
}

/** One reason. `segment` counts from 0; null when it is the whole day's. */
export interface Finding {
  readonly kind: FindingKind;
  readonly minutes: number;
  readonly segment: number | null;
  readonly because: Because;
}
