import type { Effect } from './use-effect-of';

/** The first reason of those that lie at this field or below it: 'lateOutLateIn' finds 'lateOutLateIn.rows[2].afterMinutes'. */
export function problemAt(effect: Effect, field: string): string | undefined {
  if (effect.kind !== 'refused') return undefined;
  return Object.entries(effect.fields).find(
    ([at]) => at === field || at.startsWith(`${field}.`) || at.startsWith(`${field}[`),
  )?.[1];
}
