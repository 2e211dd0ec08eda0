import { ok, refuse } from '@domain/result';
import { followWish, readCertificateChoice } from '../leaving/certificate-wish';
import type { Ports } from '../ports';
import { caseDocuments } from '../repositories/case-documents';
import { certificateWishes } from '../repositories/certificate-wishes';
import { type Answer, useCase } from '../use-case';
import { openLeavingCase } from '../workflow/open-leaving-case';

/** The leaver's own word on whether the certificate states the reason; what is made already is followed by a version. */
export const chooseCertificate = useCase('certificate.choose', {
  async run(ports, caller, { caseId, withReason, revision }): Promise<Answer<'certificate.choose'>> {
    const { database, clock } = ports;
    const opened = await openLeavingCase(ports, caller, caseId);
    // Whoever else may read papers, HR among them, has no say in this.
    if (!opened?.may('downloadPapers') || opened.stored.applicantId !== caller.employment._id)
      return refuse('case.unknown', {});
    const { stored } = opened;
    const shown = await readCertificateChoice(ports, stored);
    if (shown === null) return refuse('case.unknown', {});
    if (shown.withReason !== withReason) {
      if (shown.revision !== revision) return refuse('conflict.busy', {});
      if (await isPurged(ports, caseId)) return refuse('document.purged', {});
      const before = await certificateWishes.read(database, caseId);
      const changed = { withReason, changedAt: clock.now() };
      if (!(await certificateWishes.store(database, caseId, before, changed)))
        return refuse('conflict.busy', {});
    }
    await tryToFollow(ports, caseId);
    const choice = await readCertificateChoice(ports, stored);
    return choice === null ? refuse('case.unknown', {}) : ok({ text: said(choice), choice });
  },
});

async function isPurged({ database }: Ports, caseId: string): Promise<boolean> {
  const rows = await caseDocuments.versionsOf(database, caseId, 'certificate');
  return rows.at(-1)?.state === 'purged';
}

/** The choice stands whether or not the paper can be made this minute: the clock asks again. */
async function tryToFollow(ports: Ports, caseId: string): Promise<void> {
  const wish = await certificateWishes.read(ports.database, caseId);
  if (!wish?.pending) return;
  try {
    await followWish(ports, wish);
  } catch (error) {
    ports.log.write({ certificateWish: caseId, message: String(error) });
  }
}

const said = ({
  withReason,
  made,
  pending,
}: {
  withReason: boolean;
  made: boolean;
  pending: boolean;
}): string => {
  const what = withReason ? '写明离职原因' : '不写离职原因';
  if (!made) return `已记下：离职证明${what}`;
  return pending ? `已记下：${what}，新的一版正在生成` : `新的一版离职证明已生成，${what}`;
};
