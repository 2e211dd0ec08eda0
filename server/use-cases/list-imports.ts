import { ok } from '@domain/result';
import { uploadFolderOf } from '../files/uploads';
import { batchView } from '../imports/batch-view';
import { recentOrganisation } from '../organisation';
import { ownBranchOf } from '../people/under';
import { importBatches } from '../repositories/import-batches';
import { type Answer, useCase } from '../use-case';

const MOST = 10;

export const listImports = useCase('imports.list', {
  async run(ports, { openid, employment }, { kind }): Promise<Answer<'imports.list'>> {
    const [org, batches] = await Promise.all([
      recentOrganisation(ports),
      importBatches.latest(ports.database, kind, ownBranchOf(employment), MOST),
    ]);
    const now = ports.clock.now();
    return ok({
      uploadFolder: uploadFolderOf(openid),
      batches: batches.map((batch) => batchView(org, now, batch)),
    });
  },
});
