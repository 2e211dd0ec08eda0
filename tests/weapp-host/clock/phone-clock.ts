/** A timer that waits: `id` is what clearTimeout takes. */
interface Waiting {
  readonly id: number;
  dueAt: number;
  readonly every: number | null;
  readonly run: () => void;
}

/**
 * The phone's own clock and the timers on it. It stands still until it is moved: a test says how much time
 * passes, and nothing depends on how fast the machine is.
 */
export class PhoneClock {
  private instant: number;
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();

  /** @param beginAt epoch milliseconds */
  constructor(beginAt: number) {
    this.instant = beginAt;
  }

  /** Epoch milliseconds, as the mini-program's Date sees them. */
  now(): number {
    return this.instant;
  }

  after(delayMs: number, run: () => void): number {
    return this.wait(delayMs, null, run);
  }

  every(delayMs: number, run: () => void): number {
    return this.wait(delayMs, Math.max(1, delayMs), run);
  }

  cancel(id: number): void {
    this.waiting.delete(id);
  }

  /** The instant of the next timer; null when none waits. */
  nextDue(): number | null {
    return this.first()?.dueAt ?? null;
  }

  /** Moves to the next timer and runs it. False when none is due until `limit`. */
  runNext(limit: number): boolean {
    const next = this.first();
    if (next === undefined || next.dueAt > limit) return false;
    this.moveTo(next.dueAt);
    if (next.every === null) this.waiting.delete(next.id);
    else next.dueAt += next.every;
    next.run();
    return true;
  }

  /** Forward only; runs nothing. */
  moveTo(instant: number): void {
    this.instant = Math.max(this.instant, instant);
  }

  private wait(delayMs: number, every: number | null, run: () => void): number {
    this.lastId += 1;
    const delay = Number.isFinite(delayMs) ? Math.max(0, delayMs) : 0;
    this.waiting.set(this.lastId, { id: this.lastId, dueAt: this.instant + delay, every, run });
    return this.lastId;
  }

  /** Of two that are due together, the one that was set first. */
  private first(): Waiting | undefined {
    let first: Waiting | undefined;
    for (const one of this.waiting.values()) if (first === undefined || one.dueAt < first.dueAt) first = one;
    return first;
  }
}
