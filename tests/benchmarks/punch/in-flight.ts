/** Runs the work over all items, so many at a time. Resolves to how long it took, in milliseconds. */
export async function inFlight<Item>(
  atATime: number,
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<number> {
  const began = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) await work(items[next++] as Item);
  };
  await Promise.all(Array.from({ length: atATime }, lane));
  return performance.now() - began;
}

/** Starts the work at a steady rate, whether or not earlier work is done; resolves to each one's milliseconds, sorted. */
export async function atRate<Item>(
  perSecond: number,
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<number[]> {
  const began = performance.now();
  const latencies = await Promise.all(
    items.map(async (item, i) => {
      const due = began + (i * 1000) / perSecond;
      await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
      await work(item);
      // From when it was due: a queue that builds up before the start counts.
      return performance.now() - due;
    }),
  );
  return latencies.sort((a, b) => a - b);
}

/** The value below which so many percent lie. */
export const percentile = (sorted: readonly number[], percent: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN;
