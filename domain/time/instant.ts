declare const instant: unique symbol;
declare const instantMinute: unique symbol;

/** A point in time: whole epoch milliseconds, from the server's clock. */
export type Instant = number & { readonly [instant]: true };

/**
 * An instant floored to its minute: whole epoch minutes. The attendance rules compare and subtract only these
 * (docs/rules.md §0 and §9): seconds stay a fact of the punch, and a difference is a difference of instants.
 */
export type InstantMinute = number & { readonly [instantMinute]: true };

/** Brands epoch milliseconds as an Instant. Throws on anything but a safe integer: that is a bug of the caller. */
export function instantOf(epochMs: number): Instant {
  if (!Number.isSafeInteger(epochMs)) throw new Error(`not an instant: ${epochMs}`);
  return epochMs as Instant;
}

/** 09:00:59 is 09:00. */
export const minuteOf = (at: Instant): InstantMinute => Math.floor(at / 60_000) as InstantMinute;

export const instantOfMinute = (minute: InstantMinute): Instant => (minute * 60_000) as Instant;

/** A minute some whole minutes later (or, negative, earlier). */
export const minutesAfter = (from: InstantMinute, minutes: number): InstantMinute =>
  (from + minutes) as InstantMinute;
