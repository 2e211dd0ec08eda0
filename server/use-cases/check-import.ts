import { PEOPLE_COLUMNS } from '@domain/imports/people-columns';
import { PLACE_COLUMNS } from '@domain/imports/place-columns';
import type { Becomes } from '@domain/imports/planned-row';
import { ok, refuse } from '@domain/result';
import { batchView } from '../imports/batch-view';
import { planLines } from '../imports/plan-lines';
import { organisation } from '../organisation';
import { ownBranchOf } from '../people/under';
import { importBatches } from '../repositories/import-batches';
import { keeperOf } from '../rules/rule-keeper';
import { keepSealed } from '../spreadsheets/sealed-file';
import { takeTable } from '../spreadsheets/take-table';
import { removeNow } from '../spreadsheets/temporary-files';
import { type Answer, useCase } from '../use-case';

const COLUMNS = { people: PEOPLE_COLUMNS, places: PLACE_COLUMNS } as const;

/** Reads an uploaded file and says what each row would do. A repeat gets the first check's answer. */
export const checkImport = useCase('imports.check', {
  async run(ports, caller, { commandId, kind, fileId, name }): Promise<Answer<'imports.check'>> {
    const { _id: by, name: byName } = caller.employment;
    const _id = importBatches.idOf(by, commandId);
    const [org, before] = await Promise.all([organisation(ports), importBatches.read(ports.database, _id)]);
    const now = ports.clock.now();
    if (before) return ok(batchView(org, now, before));
    if (kind === 'places' && !keeperOf(caller, org.published).mayEdit)
      return refuse('rules.not-yours', { why: 'branches-off', names: [] });
    const table = await takeTable(ports, caller.openid, { fileId, name }, COLUMNS[kind]);
    if (!table.ok) return table;
    const lines = await planLines(ports, org, caller, kind, table.value.rows);
    const counted = (becomes: Becomes) => lines.filter(({ outcome }) => outcome.becomes === becomes).length;
    const batch = {
      _id,
      kind,
      fileName: name,
      by,
      byName,
      actor: by,
      branchId: ownBranchOf(caller.employment),
      at: now,
      planId: await keepSealed(ports, 'tables', lines),
      unreadSheets: [...table.value.unreadSheets],
      counts: {
        added: counted('added'),
        changed: counted('changed'),
        same: counted('same'),
        wrong: counted('wrong'),
      },
      stage: 'checked' as const,
      state: 'done' as const,
      claimedUntil: 0,
      done: 0,
      written: { added: 0, changed: 0 },
      leftOut: [],
      leftOutCount: 0,
      undoneTo: 0,
      undone: 0,
      kept: [],
      keptCount: 0,
    };
    // The lines hold the rows as well.
    await removeNow(ports, table.value.tableId);
    const added = await importBatches.add(ports.database, batch);
    const stands = added ? batch : await importBatches.read(ports.database, _id);
    return ok(batchView(org, now, stands ?? batch));
  },
});
