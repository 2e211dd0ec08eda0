import type { PersonOutcome } from '@domain/imports/plan-people';
import type { PlaceOutcome } from '@domain/imports/plan-places';
import type { Caller } from '../caller';
import { workOn } from '../jobs/work-on';
import type { Ports } from '../ports';
import { employments } from '../repositories/employments';
import { type ImportBatch, importBatches } from '../repositories/import-batches';
import { importedRows } from '../repositories/imported-rows';
import { openLines, type PlannedLine, type Written } from './planned-line';
import { undoPeople } from './undo-people';
import { writePeople } from './write-people';
import { writePlaces } from './write-places';

/** Rows a step: after each the progress is kept. */
const ROWS_A_STEP = { people: 200, places: 40 } as const;
const UNDONE_A_STEP = 48;
const MOST_NAMED = 50;

export const toWrite = ({ counts }: ImportBatch): number => counts.added + counts.changed;

/** Moves a batch on for about so long; resolves to how it stands. */
export async function runBatch(ports: Ports, batch: ImportBatch, budgetMs: number): Promise<ImportBatch> {
  if (batch.state === 'done') return batch;
  const by = await employments.read(ports.database, batch.actor);
  if (!by) throw new Error(`whoever works at import ${batch._id} is gone`);
  const caller = { openid: by.openid ?? '', employment: by };
  let lines: readonly PlannedLine[] | null = null;
  return workOn(ports, importBatches, batch, budgetMs, async (held) => {
    if (held.stage === 'undoing') return undoStep(ports, held, caller);
    lines ??= await openLines(ports, held);
    if (lines === null) throw new Error(`the rows of import ${held._id} are gone before they were written`);
    return writeStep(ports, held, caller, lines);
  });
}

async function writeStep(
  ports: Ports,
  held: ImportBatch,
  caller: Caller,
  lines: readonly PlannedLine[],
): Promise<Partial<ImportBatch>> {
  const open = lines.filter(({ outcome: { becomes } }) => becomes === 'added' || becomes === 'changed');
  const part = open.slice(held.done, held.done + ROWS_A_STEP[held.kind]);
  const written = await write(ports, held, caller, part);
  const done = held.done + part.length;
  return {
    done,
    state: done >= open.length ? 'done' : 'running',
    written: {
      added: held.written.added + written.added,
      changed: held.written.changed + written.changed,
    },
    leftOut: [...held.leftOut, ...written.leftOut].slice(0, MOST_NAMED),
    leftOutCount: held.leftOutCount + written.leftOut.length,
  };
}

const write = (
  ports: Ports,
  held: ImportBatch,
  caller: Caller,
  part: readonly PlannedLine[],
): Promise<Written> =>
  held.kind === 'people'
    ? writePeople(ports, held, caller.employment, part as readonly PlannedLine<PersonOutcome>[])
    : writePlaces(ports, held, caller, part as readonly PlannedLine<PlaceOutcome>[]);

async function undoStep(ports: Ports, held: ImportBatch, caller: Caller): Promise<Partial<ImportBatch>> {
  const rows = await importedRows.after(ports.database, held._id, held.undoneTo, UNDONE_A_STEP);
  const kept = await undoPeople(ports, held, caller.employment, rows);
  return {
    undoneTo: rows.at(-1)?.row ?? held.undoneTo,
    state: rows.length < UNDONE_A_STEP ? 'done' : 'running',
    undone: held.undone + rows.length - kept.length,
    kept: [...held.kept, ...kept].slice(0, MOST_NAMED),
    keptCount: held.keptCount + kept.length,
  };
}
