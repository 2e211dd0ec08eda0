/** How much absence a situation is worth: whole day, half day (rounded up), segment, the actual minutes, stepped. */
export type AbsenceAmount = 'wholeDay' | 'halfDay' | 'segment' | 'actual' | 'step';

/** One of the first three situations. */
export interface MissingAbsence {
  readonly on: boolean;
  readonly amount?: AbsenceAmount;
}

/** Late or early over a threshold; the unit is offered only once the threshold is on. */
export interface ThresholdAbsence {
  readonly on: boolean;
  readonly thresholdMinutes: number;
  readonly unitMinutes?: number | null;
  readonly amount?: AbsenceAmount;
}

/**
 * The five situations that count as 旷工 (docs/rules.md §6), each with its own switch. Nothing counts while the
 * company's master switch (settings.absenceOn) is off. Left out: noInNoOut is on, the others are off.
 */
export interface AbsencePolicy {
  readonly noInNoOut?: MissingAbsence;
  readonly noIn?: MissingAbsence;
  readonly noOut?: MissingAbsence;
  readonly lateOver?: ThresholdAbsence;
  readonly earlyOver?: ThresholdAbsence;
}
