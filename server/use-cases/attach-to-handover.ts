import { ok, refuse } from '@domain/result';
import { showPictures } from '../files/show-files';
import { openHandover } from '../handover/handover-desk';
import { fileView } from '../handover/read-handover-view';
import { handovers } from '../repositories/handovers';
import { photos } from '../repositories/photos';
import { type Answer, useCase } from '../use-case';
import { takeAttachments } from '../workflow/take-attachments';

const ATTEMPTS_AT_A_RACE = 4;
const MOST_FILES = 100;

/** Keeps a file for a line of the list as soon as it is chosen: what a phone holds for a moment is soon gone. */
export const attachToHandover = useCase('handover.attach', {
  async run(ports, caller, { caseId, fileId, name }): Promise<Answer<'handover.attach'>> {
    const desk = await openHandover(ports, caller, caseId);
    if (!desk) return refuse('case.unknown', {});
    if (desk.role !== 'employee') return refuse('handover.not-yours', {});
    const taken = await takeAttachments(ports, caller.openid, [{ fileId, name }], {
      caseId,
      retention: 'handover',
    });
    if (!taken.ok) return taken;
    const [file] = await photos.read(ports.database, taken.value);
    if (!file) return refuse('file.unknown', {});
    for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
      const kept = await handovers.read(ports.database, caseId);
      if (!kept) return refuse('case.unknown', {});
      const known = kept.files.find(({ digest }) => digest === file._id);
      if (!known && kept.files.length >= MOST_FILES) return refuse('handover.too-many', { most: MOST_FILES });
      const added = { digest: file._id, name, by: desk.viewerId, at: desk.leaving.now };
      const files = known ? kept.files : [...kept.files, added];
      if (!known && !(await handovers.store(ports.database, kept, { files }))) continue;
      const url = (await showPictures(ports, [file])).get(file._id) ?? null;
      return ok({ file: fileView(file, known?.name ?? name, url) });
    }
    return refuse('conflict.busy', {});
  },
});
