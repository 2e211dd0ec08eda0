import type { CloudBase } from '@cloudbase/node-sdk';
import type { WorkbookOrder } from '../spreadsheets/answer-workbook-order';
import type { ReadAnswer, Workbooks } from '../spreadsheets/workbooks';

/** Whoever waits for an export asks about once a second. */
const LISTENS_MS = 900;

/** The workbooks port: calls of the `workbooks` function. */
export function cloudbaseWorkbooks(app: CloudBase): Workbooks {
  const ask = async (order: WorkbookOrder): Promise<unknown> => {
    const { result } = (await app.callFunction({ name: 'workbooks', data: order })) as { result?: unknown };
    if (typeof result !== 'object' || result === null || !('answer' in result))
      throw new Error(`workbooks did not do ${order.do}: ${JSON.stringify(result)?.slice(0, 300)}`);
    return result.answer;
  };
  return {
    read: async (order) => (await ask({ do: 'read', ...order })) as ReadAnswer | null,
    async nudge(exportId) {
      const work = ask({ do: 'write', exportId });
      // A listener that has gone hears of no failure: the job's document tells, and the next nudge tries again.
      work.catch(() => undefined);
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, LISTENS_MS)));
      await Promise.race([work, patience]);
      clearTimeout(timer);
    },
  };
}
