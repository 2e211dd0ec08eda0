import { isTooLarge, LARGEST_ATTACHMENT_MB, megabytesOf } from '@domain/approval/attachments';
import { ok, refuse } from '@domain/result';
import { isPaperKey, orderedByOf } from '../archive/paper-order';
import { openUpload } from '../files/uploads';
import type { Ports } from '../ports';
import { caseDocuments } from '../repositories/case-documents';
import { commits } from '../repositories/commits';
import { type Answer, useCase } from '../use-case';
import { doEffects } from '../workflow/effects';
import { effectOf, isPaperEffect } from '../workflow/effect-reports';
import { kindOfFile } from '../workflow/file-kinds';
import { type OpenCase } from '../workflow/open-case';
import { openLeavingCase } from '../workflow/open-leaving-case';
import { orderPaper } from '../workflow/order-paper';
import { readCase } from '../workflow/read-case';

/** The picture of a paper that HR made by hand, where one could not be drawn; what waited for it goes on. */
export const keepPaperByHand = useCase('document.keepByHand', {
  async run(ports, caller, { caseId, effectKey, fileId, name }): Promise<Answer<'document.keepByHand'>> {
    const { database } = ports;
    const opened = await openLeavingCase(ports, caller, caseId);
    if (!opened?.may('checkAsHr')) return refuse('case.unknown', {});
    const effect = effectOf(await commits.ofCase(database, caseId), effectKey);
    if (!isPaperEffect(effect) || !isPaperKey(effect.document)) return refuse('document.unknown', {});
    const { document, nodeId, round } = effect;
    const rows = await caseDocuments.versionsOf(database, caseId, document);
    if (!rows.some((row) => row.orderedBy === orderedByOf(effect) && row.digest !== null)) {
      const uploaded = await openUpload(ports, caller.openid, fileId);
      if (!uploaded?.bytes) return refuse('file.unknown', {});
      const { bytes } = uploaded;
      if (isTooLarge(bytes.length))
        return refuse('file.too-large', {
          maxMegabytes: LARGEST_ATTACHMENT_MB,
          name,
          megabytes: megabytesOf(bytes.length),
        });
      const kind = kindOfFile(bytes);
      if (kind !== 'picture' && kind !== 'pdf') return refuse('file.not-a-scan', { name });
      const by = caller.employment._id;
      await ports.papers.keepByHand({ caseId, document, nodeId, round, by, fileId });
      await ports.files.remove(fileId);
    }
    await goOn(ports, opened, effect);
    const view = await readCase(ports, caller, caseId);
    return view ? ok({ text: '已放入，员工在“文件”里可以看到', view }) : refuse('case.unknown', {});
  },
});

/** The order finds its paper made; the outbox would too, some minutes later. */
async function goOn(
  ports: Ports,
  { org, stored }: OpenCase,
  effect: Parameters<typeof orderPaper>[3],
): Promise<void> {
  const { next } = await orderPaper(ports, org, stored, effect, 0);
  for (const commit of next) await doEffects(ports, commit);
}
