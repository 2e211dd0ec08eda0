/** What one page cost since the meter was last read. */
export interface PageCost {
  readonly setDataCalls: number;
  /** Of one call. */
  readonly largestSetDataBytes: number;
  /** Calls of cloud functions, by what they asked for: 'punch.today'. */
  readonly requests: readonly string[];
}

const NOTHING: PageCost = { setDataCalls: 0, largestSetDataBytes: 0, requests: [] };

/** Counts what travels between scripts, views and the cloud, page by page. */
export class Meter {
  private readonly costs = new Map<string, PageCost>();

  setData(page: string, bytes: number): void {
    const cost = this.costOf(page);
    this.costs.set(page, {
      ...cost,
      setDataCalls: cost.setDataCalls + 1,
      largestSetDataBytes: Math.max(cost.largestSetDataBytes, bytes),
    });
  }

  request(page: string, asked: string): void {
    const cost = this.costOf(page);
    this.costs.set(page, { ...cost, requests: [...cost.requests, asked] });
  }

  costOf(page: string): PageCost {
    return this.costs.get(page) ?? NOTHING;
  }

  /** The costs by page; counting begins anew. */
  take(): ReadonlyMap<string, PageCost> {
    const taken = new Map(this.costs);
    this.costs.clear();
    return taken;
  }
}
