import { afterOf } from './flex';
import type { EarlyInEarlyOut, LateInLateOut, LateOutLateIn } from './flex';
import type { CompanySettings } from './settings';

/** Early-in early-out made ready: so many minutes early, or up to so many, and so many minutes earlier out. */
export interface CompiledEarlyIn {
  readonly mode: 'fixed' | 'elastic';
  readonly limit: number;
  /** Fixed mode only. */
  readonly leave: number;
}

/** Late-in late-out made ready. */
export interface CompiledLateIn {
  readonly mode: 'fixed' | 'elastic';
  readonly cap: number;
  /** Fixed mode only. */
  readonly stay: number;
  /** Past the cap nothing applies. */
  readonly voidPastCap: boolean;
}

/** One row of late-out late-in: after so many minutes it grants so many, elastic rows at most so many. */
export interface CompiledLateOutRow {
  readonly mode: 'fixed' | 'elastic';
  readonly after: number;
  readonly grant: number;
}

export interface CompiledLateOut {
  readonly rows: readonly CompiledLateOutRow[];
  readonly makeUp: boolean;
  readonly yesterdayOnly: boolean;
}

export function compileEarlyIn(policy: EarlyInEarlyOut | null | undefined): CompiledEarlyIn | null {
  if (policy == null) return null;
  const fixed = policy.mode === 'fixed';
  return {
    mode: policy.mode,
    limit: fixed ? policy.earlyMinutes : policy.capMinutes,
    leave: fixed ? policy.leaveMinutes : 0,
  };
}

export function compileLateIn(
  policy: LateInLateOut | null | undefined,
  settings: CompanySettings,
): CompiledLateIn | null {
  if (policy == null) return null;
  const fixed = policy.mode === 'fixed';
  const overCap = policy.overCap ?? (fixed ? settings.overCapFixed : settings.overCapElastic);
  return {
    mode: policy.mode,
    cap: fixed ? policy.lateMinutes : policy.capMinutes,
    stay: fixed ? policy.stayMinutes : 0,
    voidPastCap: overCap === 'void',
  };
}

export function compileLateOut(
  policy: LateOutLateIn | null | undefined,
  settings: CompanySettings,
): CompiledLateOut | null {
  if (policy == null) return null;
  return {
    rows: policy.rows.map((row) => ({
      mode: row.mode,
      after: afterOf(row),
      grant: row.mode === 'fixed' ? row.lateMinutes : row.capMinutes,
    })),
    makeUp: policy.makeUp ?? settings.makeUp,
    yesterdayOnly: settings.lookback === 'previousCalendarDay',
  };
}
