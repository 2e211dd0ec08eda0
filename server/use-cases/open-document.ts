import { ok, refuse } from '@domain/result';
import { fileNameOf, paperFor } from '../archive/readable-papers';
import { documentOpenings } from '../repositories/document-openings';
import { type Answer, useCase } from '../use-case';

/** An address for ten minutes; that it was given is written down first. */
export const openDocument = useCase('document.open', {
  async run(ports, caller, { documentId }): Promise<Answer<'document.open'>> {
    const row = await paperFor(ports, caller, documentId);
    if (!row) return refuse('document.unknown', {});
    const { fileId, digest } = row;
    if (row.state === 'purged' || fileId === null || digest === null) return refuse('document.purged', {});
    await documentOpenings.add(ports.database, {
      _id: ports.ids.unique(),
      documentId,
      by: caller.employment._id,
      at: ports.clock.now(),
    });
    const url = (await ports.files.addresses([fileId])).get(fileId);
    if (!url) throw new Error(`the file of ${documentId} is not in the storage`);
    const kind = row.extension === 'pdf' ? 'pdf' : 'picture';
    return ok({ url, fileName: fileNameOf(row), digest, kind });
  },
});
