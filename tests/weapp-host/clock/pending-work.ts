/** What the phone has asked of the world outside its own clock, and has not been answered yet. */
export class PendingWork {
  private readonly open = new Set<Promise<unknown>>();
  private parkedCount = 0;

  track<Value>(work: Promise<Value>): Promise<Value> {
    const settled = work.then(
      () => undefined,
      () => undefined,
    );
    this.open.add(settled);
    void settled.then(() => this.open.delete(settled));
    return work;
  }

  /** Waits as part of tracked work, for something that only a test will bring about: nobody waits for it. */
  async parked(waiting: Promise<void>): Promise<void> {
    this.parkedCount += 1;
    await waiting;
    this.parkedCount -= 1;
  }

  /** True when nothing is under way that will end by itself. */
  get idle(): boolean {
    return this.open.size <= this.parkedCount;
  }

  /** Resolves when one of them is answered. */
  async next(): Promise<void> {
    await Promise.race(this.open);
  }
}
