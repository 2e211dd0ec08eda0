import type { OutputOf } from '@contract/contract';
import type { Ports } from '../ports';
import { type WorkbookExport, workbookExports } from '../repositories/workbook-exports';
import { LIVES_MS } from './temporary-files';

/** How an export stands after a nudge; null: the person may not have it. */
export async function nudgedView(
  ports: Ports,
  job: WorkbookExport,
): Promise<OutputOf<'exports.progress'> | null> {
  const now = ports.clock.now();
  const idle = job.state === 'running' && job.claimedUntil <= now;
  if (idle) await ports.workbooks.nudge(job._id);
  const stands = (idle ? await workbookExports.read(ports.database, job._id) : job) ?? job;
  const { state, done, total, fileName, fileId, doneAt } = stands;
  if (state === 'refused') return null;
  if (state === 'done' && now >= (doneAt ?? 0) + LIVES_MS)
    return { state: 'gone', done, total, fileName, url: null };
  const url = fileId === null ? null : ((await ports.files.addresses([fileId])).get(fileId) ?? null);
  return { state, done, total, fileName, url };
}
