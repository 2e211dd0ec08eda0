import type { Ports } from '../ports';
import { workbookExports } from '../repositories/workbook-exports';

const JOBS_A_TICK = 3;

/** The clock's part: workbooks whose worker died and whose page nobody watches. */
export async function writeExports({ database, workbooks, clock }: Ports): Promise<number> {
  const jobs = await workbookExports.running(database, JOBS_A_TICK);
  const idle = jobs.filter(({ claimedUntil }) => claimedUntil <= clock.now());
  for (const { _id } of idle) await workbooks.nudge(_id);
  return idle.length;
}
