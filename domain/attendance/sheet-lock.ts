import { ok, refuse } from '../result';
import type { Refusal, Result } from '../result';
import { monthOf } from '../time/local-date';
import type { LocalDate } from '../time/local-date';

/** A month's sheet is open, being locked (resumable: a second run goes on), or locked. */
export type LockState = 'open' | 'locking' | 'locked';

export type LockCommand =
  | { readonly command: 'begin' }
  | { readonly command: 'finish' }
  | { readonly command: 'reopen'; readonly reason: string };

export type LockRefusal =
  | Refusal<'sheet.not-locking', { readonly state: LockState }>
  | Refusal<'sheet.reason-required', Readonly<Record<never, never>>>;

/** The next state of a lock. Beginning again and finishing twice change nothing; reopening needs a reason. */
export function nextLock(state: LockState, command: LockCommand): Result<LockState, LockRefusal> {
  switch (command.command) {
    case 'begin':
      return ok(state === 'open' ? 'locking' : state);
    case 'finish':
      return state === 'open' ? refuse('sheet.not-locking', { state }) : ok('locked');
    case 'reopen':
      return command.reason.trim() === '' ? refuse('sheet.reason-required', {}) : ok('open');
  }
}

/** The days a request or an edit may not touch: their sheet is locked or about to be. */
export const lockedDays = (
  dates: readonly LocalDate[],
  stateOf: (month: string) => LockState,
): readonly LocalDate[] => dates.filter((date) => stateOf(monthOf(date)) !== 'open');
