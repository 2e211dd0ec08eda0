/** The cloud's own time: the laptop's, moved forward by whole spans and never back. */
export class CloudClock {
  /** Shared with the workers, so that running code sees a move at once. Milliseconds in element 0. */
  readonly shift: Float64Array;

  constructor(shiftMs = 0) {
    this.shift = new Float64Array(new SharedArrayBuffer(8));
    this.shift[0] = shiftMs;
  }

  /** How far the cloud is ahead of the laptop, in milliseconds. */
  get shiftMs(): number {
    return this.shift[0] ?? 0;
  }

  /** Epoch milliseconds. */
  now(): number {
    return Date.now() + this.shiftMs;
  }

  /** @throws Error when the instant has passed, or is none */
  refusePast(instant: number): void {
    if (!Number.isFinite(instant))
      throw new Error('the clock needs an instant: epoch milliseconds or ISO text');
    const now = this.now();
    if (instant < now)
      throw new Error(
        `the clock only goes forward: it is ${new Date(now).toISOString()}, later than ${new Date(instant).toISOString()}`,
      );
  }

  /** Moves to an instant unless it has passed. */
  moveUpTo(instant: number): void {
    const forwardMs = instant - this.now();
    if (forwardMs > 0) this.shift[0] = this.shiftMs + forwardMs;
  }
}
