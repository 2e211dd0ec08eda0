import { ok, refuse } from '@domain/result';
import { showFiles } from '../files/show-files';
import { openHandover } from '../handover/handover-desk';
import { seenFiles } from '../handover/read-handover-view';
import { commits } from '../repositories/commits';
import { type Answer, useCase } from '../use-case';
import { saidIn } from '../workflow/conversation';
import { openCase } from '../workflow/open-case';

/** A document of the conversation or of the handover, for whoever sees its name there. */
export const openFile = useCase('file.open', {
  async run(ports, caller, { caseId, digest }): Promise<Answer<'file.open'>> {
    const opened = await openCase(ports, caller, caseId);
    if (!opened) return refuse('case.unknown', {});
    const log = await commits.ofCase(ports.database, caseId);
    const events = log.flatMap((commit) => commit.events);
    const isSaid = saidIn(opened, events).some(({ one }) => one.files.includes(digest));
    if (!isSaid) {
      const desk = await openHandover(ports, caller, caseId);
      if (!desk || !seenFiles(desk).some((file) => file.digest === digest)) return refuse('file.unknown', {});
    }
    const url = (await showFiles(ports, [digest])).get(digest);
    return url === undefined ? refuse('file.unknown', {}) : ok({ url });
  },
});
