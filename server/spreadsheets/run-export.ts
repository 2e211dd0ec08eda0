import type { ExportOrder } from '@contract/exports';
import type { Ports } from '../ports';
import { employments } from '../repositories/employments';
import { type WorkbookExport, workbookExports } from '../repositories/workbook-exports';
import type { ExportedRow, Exporter, ExportPlan } from './exporter';
import { exporters } from './exporters';
import { mayExport } from './may-export';
import { keepSealed, openSealed } from './sealed-file';
import { keepForADay, removeNow } from './temporary-files';

/** Of the minute that the function has; the rest is for putting the workbook together. */
const BUDGET_MS = 35_000;
/** A worker that has not come back by then is taken for dead: the function's time is over. */
const CLAIM_MS = 65_000;
/** Rows that are kept together, for whoever goes on. */
const ROWS_A_FILE = 2000;
/** Whoever waits sees progress about this often. */
const TOLD_EVERY_MS = 500;
const MOST_ATTEMPTS = 3;

/** Works at an export until it is done or the time is over; another call goes on from there. */
export async function runExport(ports: Ports, exportId: string): Promise<void> {
  const { database, clock } = ports;
  const job = await workbookExports.read(database, exportId);
  const began = clock.now();
  if (!job || job.state !== 'running' || job.claimedUntil > began) return;
  const claimedUntil = began + CLAIM_MS;
  if (!(await workbookExports.claim(database, job, claimedUntil))) return;
  const held = { ...job, claimedUntil, attempts: job.attempts + 1 };
  try {
    await workAt(ports, held, began);
  } catch (error) {
    const state = held.attempts >= MOST_ATTEMPTS ? 'failed' : 'running';
    await workbookExports.advance(database, held, { state, claimedUntil: 0 });
    throw error;
  }
}

async function workAt(ports: Ports, job: WorkbookExport, began: number): Promise<void> {
  const { database, clock } = ports;
  const plan = await planOf(ports, job);
  if (!plan)
    return void (await workbookExports.advance(database, job, { state: 'refused', claimedUntil: 0 }));
  const { fileName, total } = plan;
  await workbookExports.advance(database, job, { fileName, total });

  let { kept } = job;
  let rows: ExportedRow[] = [];
  let toldAt = began;
  for await (const part of plan.parts(kept.after)) {
    rows.push(...part.rows);
    const now = clock.now();
    const timeIsOver = now - began > BUDGET_MS;
    if (rows.length >= ROWS_A_FILE || timeIsOver) {
      const file = await keepSealed(ports, 'parts', rows);
      kept = { files: [...kept.files, file], after: part.after, done: part.done };
      rows = [];
      const stands = await workbookExports.advance(database, job, { kept, done: part.done, attempts: 0 });
      if (!stands) return;
      toldAt = now;
    } else if (now - toldAt > TOLD_EVERY_MS) {
      await workbookExports.advance(database, job, { done: part.done });
      toldAt = now;
    }
    if (timeIsOver) return void (await workbookExports.advance(database, job, { claimedUntil: 0 }));
  }
  const fileId = await putTogether(ports, plan, kept.files, rows);
  const stands = await workbookExports.advance(database, job, {
    state: 'done',
    done: total,
    fileId,
    doneAt: clock.now(),
    claimedUntil: 0,
    kept: { ...kept, files: [] },
  });
  // Somebody who took this worker for dead has a workbook of his own.
  for (const file of stands ? kept.files : [fileId]) await removeNow(ports, file);
}

/** With the roles that the person has now, whatever they were when it began. */
async function planOf(ports: Ports, { by, order }: WorkbookExport): Promise<ExportPlan | null> {
  const employment = await employments.read(ports.database, by);
  if (!employment?.openid || !mayExport(employment, order)) return null;
  const exporter = (await exporters[order.what]()) as Exporter<ExportOrder['what']>;
  return exporter(ports, employment, order);
}

async function putTogether(
  ports: Ports,
  plan: ExportPlan,
  files: readonly string[],
  rest: readonly ExportedRow[],
): Promise<string> {
  const { growWorkbook } = await import('./write-workbook');
  const workbook = growWorkbook(plan.sheets);
  for (const file of files) {
    const rows = (await openSealed(ports, file)) as readonly ExportedRow[] | null;
    if (!rows) throw new Error('rows that were kept are gone');
    for (const { sheet, cells } of rows) workbook.add(sheet, cells);
    // The zip takes what was written only when nobody else is at work.
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (const { sheet, cells } of rest) workbook.add(sheet, cells);
  return keepForADay(ports, `exports/${ports.ids.unique()}.xlsx`, await workbook.finish());
}
