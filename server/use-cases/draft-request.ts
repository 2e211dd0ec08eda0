import { ok } from '@domain/result';
import { balanceText, daysText, draftText, hintsOf } from '../requests/draft-words';
import { openRequestDesk } from '../requests/request-desk';
import { type Answer, useCase } from '../use-case';

/** What a request would be: its length by the person's own plan, what is left then, and whether it would be taken. */
export const draftRequest = useCase('request.draft', {
  async run(ports, caller, input): Promise<Answer<'request.draft'>> {
    const opened = await openRequestDesk(ports, caller, input, '');
    if (!opened.ok)
      return ok({ durationText: '', daysText: '', balanceText: null, hints: [], refusal: opened.refusal });
    const { asked, measured, book, refusal } = opened.value;
    return ok({
      durationText: measured.units === 0 ? '' : draftText(asked, measured),
      daysText: daysText(asked, measured),
      balanceText: balanceText(book, asked.leave, measured.units),
      hints: [...hintsOf(asked, measured)],
      refusal,
    });
  },
});
