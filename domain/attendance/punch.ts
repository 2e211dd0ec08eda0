import type { InstantMinute } from '../time/instant';

export type PunchKind = 'in' | 'out';

/**
 * Where a punch comes from. `button`, `machine` and `import` are real; the others stand for something that was
 * applied for and never trigger late-out late-in (docs/rules.md §3).
 */
export type PunchSource =
  'button' | 'machine' | 'import' | 'outing' | 'trip' | 'leave' | 'correction' | 'appeal';

/** One punch as the rules see it: floored to its minute. Seconds, place and device stay with the stored fact. */
export interface Punch {
  readonly id: string;
  readonly minute: InstantMinute;
  /** What the button said when it was pressed; null for a machine or an import: windows or midpoints decide. */
  readonly kind: PunchKind | null;
  readonly source: PunchSource;
}

export const isReal = (source: PunchSource): boolean =>
  source === 'button' || source === 'machine' || source === 'import';
