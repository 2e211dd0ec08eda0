import { ok, refuse } from '@domain/result';
import { workbookExports } from '../repositories/workbook-exports';
import { nudgedView } from '../spreadsheets/export-view';
import { mayExport } from '../spreadsheets/may-export';
import { type Answer, useCase } from '../use-case';

export const startExport = useCase('exports.start', {
  async run(ports, { employment }, { commandId, order }): Promise<Answer<'exports.start'>> {
    if (!mayExport(employment, order)) return refuse('export.not-yours', {});
    const by = employment._id;
    const job = {
      _id: workbookExports.idOf(by, commandId),
      by,
      order,
      startedAt: ports.clock.now(),
      state: 'running' as const,
      fileName: '',
      total: null,
      done: 0,
      kept: { files: [], after: null, done: 0 },
      attempts: 0,
      claimedUntil: 0,
      fileId: null,
      doneAt: null,
    };
    const added = await workbookExports.add(ports.database, job);
    const view = await nudgedView(
      ports,
      added ? job : ((await workbookExports.read(ports.database, job._id)) ?? job),
    );
    return view ? ok(view) : refuse('export.not-yours', {});
  },
});
