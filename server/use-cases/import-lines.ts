import { ok, refuse } from '@domain/result';
import { batchOf } from '../imports/batch-view';
import { openLines, type PlannedLine } from '../imports/planned-line';
import { type Answer, useCase } from '../use-case';

const A_PAGE = 50;

/** The rows of a checked file, a page at a time, in its order. */
export const importLines = useCase('imports.lines', {
  async run(ports, caller, { batchId, show, after }): Promise<Answer<'imports.lines'>> {
    const batch = await batchOf(ports, caller, batchId);
    if (!batch) return refuse('import.unknown', {});
    const lines = await openLines(ports, batch);
    if (!lines) return refuse('import.expired', {});
    const found = lines.filter(({ row, outcome }) => outcome.becomes === show && row > (after ?? 0));
    const page = found.slice(0, A_PAGE);
    return ok({
      lines: page.map((line) => ({ row: line.row, title: line.title, details: [...detailsOf(line)] })),
      next: found.length > page.length ? (page.at(-1)?.row ?? null) : null,
    });
  },
});

function detailsOf({ outcome }: PlannedLine): readonly string[] {
  if (outcome.becomes === 'wrong') return outcome.problems.map(({ title, text }) => `${title}：${text}`);
  if (outcome.becomes === 'changed')
    return outcome.changes.map(({ title, from, to }) => `${title}：${from} → ${to}`);
  return [];
}
