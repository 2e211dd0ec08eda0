declare const instant: unique symbol;

/** A point in time: whole epoch milliseconds, from the server's clock. */
export type Instant = number & { readonly [instant]: true };

/** Brands epoch milliseconds as an Instant. Throws on anything but a safe integer: that is a bug of the caller. */
export function instantOf(epochMs: number): Instant {
  if (!Number.isSafeInteger(epochMs)) throw new Error(`not an instant: ${epochMs}`);
  return epochMs as Instant;
}
