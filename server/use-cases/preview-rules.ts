import { ok, refuse } from '@domain/result';
import { addDays, type LocalDate, monthOf } from '@domain/time/local-date';
import { firstOf, previousMonth } from '../attendance/punch-desk';
import { itemOf, type RuleItem } from '../repositories/rule-drafts';
import { booksToCompare } from '../rules/books-to-compare';
import { contextOf, itemsWith, readDraftDesk } from '../rules/draft-desk';
import { applyDrafts } from '../rules/apply-drafts';
import { checkItem } from '../rules/draft-problems';
import { publishable } from '../rules/publishable';
import { previewMonth, type Span } from '../rules/preview-month';
import { mayChange } from '../rules/rule-keeper';
import { type Answer, useCase } from '../use-case';
import { monthText } from '../wall-text';

/** From this day on a month says enough by itself; before, last month is looked at. */
const MONTH_IS_YOUNG_UNTIL = 10;

/** 试算: what the caller's drafts would have made of a month. Nothing is stored. */
export const previewRules = useCase('rules.preview', {
  async run(ports, caller, { month, item, after }): Promise<Answer<'rules.preview'>> {
    const desk = await readDraftDesk(ports, caller);
    const drafts = publishable(desk).map(itemOf);
    const items: RuleItem[] = item === null ? drafts : withEdit(drafts, item);
    if (item !== null) {
      const allowed = mayChange(desk.keeper, item, desk.org.published, desk.parts);
      if (!allowed.ok) return allowed;
      const { parts } = applyDrafts(desk.org.published, itemsWith(desk, item));
      const { refused } = checkItem(item, contextOf(desk, parts));
      if (refused.length > 0) return refuse('rules.invalid', { problems: refused });
    }
    const span = spanOf(month, desk.today);
    const part = await previewMonth(ports, desk.org, booksToCompare(desk.org, items), span, after);
    const own = monthOf(desk.today);
    return ok({
      ...part,
      month: span.month,
      monthText: monthText(span.month),
      otherMonth: span.month === own ? previousMonth(own) : own,
    });
  },
});

const withEdit = (drafts: readonly RuleItem[], item: RuleItem): RuleItem[] => [
  ...drafts.filter(({ kind, id }) => kind !== item.kind || id !== item.id),
  item,
];

/** A month up to yesterday: what is not over is not judged. */
function spanOf(wished: string | null, today: LocalDate): Span {
  const own = monthOf(today);
  const young = Number(today.slice(8)) <= MONTH_IS_YOUNG_UNTIL;
  const month = wished ?? (young ? previousMonth(own) : own);
  const from = firstOf(month);
  const last = addDays(firstOf(monthOf(addDays(from, 31))), -1);
  const yesterday = addDays(today, -1);
  return { month, from, to: last < yesterday ? last : yesterday };
}
