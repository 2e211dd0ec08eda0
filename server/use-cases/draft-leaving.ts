import { dayText } from '@domain/offboarding/day-text';
import { shorterLabel } from '@domain/offboarding/leaving-options';
import { noticePeriod } from '@domain/offboarding/notice-period';
import { ok } from '@domain/result';
import { draftOf, lawFacts, type LeaverDesk, openLeaverDesk } from '../leaving/leaver-desk';
import { recipientsOf } from '../leaving/recipients';
import { wireNoticeRefusal } from '../leaving/wire-notice-refusal';
import { type Answer, useCase } from '../use-case';
import { uploadFolderOf } from '../files/uploads';

/** What would come of a wish, and the text to be signed. */
export const draftLeaving = useCase('leaving.draft', {
  async run(ports, caller, wish): Promise<Answer<'leaving.draft'>> {
    const desk = await openLeaverDesk(ports, caller);
    const drafted = draftOf(ports, desk, wish);
    if (!drafted.ok) return wireNoticeRefusal(drafted.refusal);
    const { period, flow, notice, title, text, digest } = drafted.value;
    const earliest = earliestWithoutConsent(desk);
    return ok({
      flowTitle: flow.title,
      route: period.route,
      lastDay: period.lastDay,
      lastDayText: dayText(period.lastDay),
      earliest,
      earliestText: dayText(earliest),
      label: shorterLabel(period),
      sentences: [...period.sentences],
      text: [...text],
      recipients: [...(await recipientsOf(ports, desk))],
      digest,
      signature: notice && { document: 'notice', title },
      uploadFolder: uploadFolderOf(caller.openid),
      comparesCards: ports.cards !== null,
    });
  },
});

/** Also for an agreement: the day from which nobody needs to be asked. */
function earliestWithoutConsent(desk: LeaverDesk) {
  const period = noticePeriod({ ...lawFacts(desk), path: 'notice', wished: null });
  if (!period.ok) throw new Error(`no wish can be refused: ${period.refusal.code}`);
  return period.value.earliest;
}
