import { ok, refuse } from '@domain/result';
import { workbookExports } from '../repositories/workbook-exports';
import { nudgedView } from '../spreadsheets/export-view';
import { type Answer, useCase } from '../use-case';

export const exportProgress = useCase('exports.progress', {
  async run(ports, { employment }, { commandId }): Promise<Answer<'exports.progress'>> {
    // One's own only: the id is made of the person who asks.
    const job = await workbookExports.read(ports.database, workbookExports.idOf(employment._id, commandId));
    if (!job) return refuse('export.unknown', {});
    const view = await nudgedView(ports, job);
    return view ? ok(view) : refuse('export.not-yours', {});
  },
});
