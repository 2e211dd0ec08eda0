import { planPlace, type PlaceOutcome } from '@domain/imports/plan-places';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import type { ImportBatch } from '../repositories/import-batches';
import { type DraftEdit, draftKey, ruleDrafts, type RuleItem } from '../repositories/rule-drafts';
import { type DraftDesk, draftOf, readDraftDesk } from '../rules/draft-desk';
import { mayChange } from '../rules/rule-keeper';
import { type LeftOut, leftOut, OVERTAKEN, type PlannedLine, type Written } from './planned-line';

const ATTEMPTS_AT_A_RACE = 3;

type Line = PlannedLine<PlaceOutcome>;

/** Drafts some rows of places, all in one step; whoever publishes sees them among the other drafts. */
export async function writePlaces(
  ports: Ports,
  batch: ImportBatch,
  caller: Caller,
  lines: readonly Line[],
): Promise<Written> {
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const desk = await readDraftDesk(ports, caller);
    const made = lines.map((line) => editOf(ports, batch, caller, desk, line));
    const edits = made.flatMap((one) => ('edit' in one && one.edit ? [one.edit] : []));
    if (edits.length > 0 && !(await ruleDrafts.writeAll(ports.database, edits))) continue;
    const failed = made.flatMap((one) => ('leftOut' in one ? [one.leftOut] : []));
    const went = lines.filter((line) => !failed.some(({ row }) => row === line.row));
    const counted = (becomes: string) => went.filter(({ outcome }) => outcome.becomes === becomes).length;
    return { added: counted('added'), changed: counted('changed'), leftOut: failed };
  }
  return { added: 0, changed: 0, leftOut: lines.map((line) => leftOut(line, OVERTAKEN)) };
}

/** What one row writes; `edit` null: this batch has written it already. */
function editOf(
  ports: Ports,
  batch: ImportBatch,
  caller: Caller,
  desk: DraftDesk,
  line: Line,
): { readonly edit: DraftEdit | null } | { readonly leftOut: LeftOut } {
  const item = itemOf(ports, batch, line);
  if (item === null) return { leftOut: leftOut(line, OVERTAKEN) };
  const commandId = `${batch._id}:${line.row}`;
  const edit = draftOf(desk, caller, item, commandId, ports.clock.now());
  if (desk.drafts.get(draftKey(item))?.commandId === commandId) return { edit: null };
  const isAsSeen = JSON.stringify(planPlace(line.cells, desk.parts.places)) === JSON.stringify(line.outcome);
  if (!isAsSeen) return { leftOut: leftOut(line, OVERTAKEN) };
  const allowed = mayChange(desk.keeper, item, desk.org.published, desk.parts);
  if (!allowed.ok) return { leftOut: leftOut(line, '别的机构的规则也在用这个地点，请让集团 HR 来改') };
  return { edit };
}

function itemOf(ports: Ports, batch: ImportBatch, { row, outcome }: Line): RuleItem | null {
  if (outcome.becomes === 'changed') return { kind: 'place', ...outcome.patch };
  if (outcome.becomes !== 'added') return null;
  // The same row of the same batch is the same place, however often it is tried.
  const id = `place-${ports.ids.digest(`${batch._id}:${row}`).slice(0, 16)}`;
  return { kind: 'place', id, value: outcome.entry };
}
