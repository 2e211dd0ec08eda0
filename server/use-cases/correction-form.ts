import { ok, refuse } from '@domain/result';
import { wallMinute } from '@domain/schedule/laid-shift';
import { dateText } from '@domain/time/local-date';
import type { OutputOf } from '@contract/contract';
import { cardViews } from '../attendance/card-views';
import { planText } from '../attendance/day-words';
import { type Answer, useCase } from '../use-case';
import {
  type CorrectionDesk,
  correctionRefusal,
  deadlineText,
  openCorrectionDesk,
} from '../workflow/correction-desk';
import { staffOf } from '../workflow/case-staff';
import { uploadFolderOf } from '../files/uploads';

/** What may be corrected on a day, and what is left of the month's corrections. */
export const correctionForm = useCase('correction.form', {
  async run(ports, caller, { date }): Promise<Answer<'correction.form'>> {
    const at = await openCorrectionDesk(ports, caller, date);
    if (!at) return refuse('correction.no-such-day', {});
    const staff = await staffOf(ports, at.desk.org, caller, null);
    const leaderId = staff.directory.person(caller.employment._id)?.leaderId ?? null;
    const limit = at.desk.org.published.correctionLimits.perMonth;
    const cards = cardsOf(at);
    return ok({
      date: at.date,
      dateText: dateText(at.date),
      planText: planText(at.day.plan, '当天'),
      cards,
      left: limit === null ? null : Math.max(0, limit - at.used),
      deadlineText: deadlineText(at),
      approverName: leaderId === null ? null : staff.nameOf(leaderId),
      uploadFolder: uploadFolderOf(caller.openid),
      openCaseId: at.open?._id ?? null,
      refusal: refusalOf(at, cards),
    });
  },
});

/** One card that may be corrected is enough; without any the first one's reason is told. */
function refusalOf(
  at: CorrectionDesk,
  cards: OutputOf<'correction.form'>['cards'],
): OutputOf<'correction.form'>['refusal'] {
  const refusals = cards.map(({ kind, segment }) => correctionRefusal(at, kind, segment));
  return refusals.includes(null) ? null : (refusals[0] ?? null);
}

/** Every card that the day asks for; on a day without a shift there is nothing to correct. */
function cardsOf({ day }: CorrectionDesk): OutputOf<'correction.form'>['cards'] {
  const { laid } = day.plan;
  if (laid === null) return [];
  const seen = { in: 0, out: 0 };
  return cardViews(day).map(({ kind, title, expected, actual, note, tone }) => {
    const segment = seen[kind]++;
    const edge = (kind === 'in' ? laid.starts[segment] : laid.ends[segment]) as number;
    return { kind, segment, title, expected, actual, note, tone, proposedMinute: wallMinute(laid, edge) };
  });
}
