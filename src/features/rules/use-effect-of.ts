import type { RulePreview } from '@contract/contract';
import { useEffect, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Outcome } from '@/cloud/outcome';
import { refusalSentence } from '@/wording/refusals';
import type { RuleItem } from './item-draft';

/** Nobody is asked for every letter. */
const QUIET_MS = 900;

export type Effect =
  | { readonly kind: 'looking' }
  | { readonly kind: 'found'; readonly people: number; readonly days: number; readonly monthText: string }
  | { readonly kind: 'refused'; readonly text: string; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'unknown' };

/** What the edit would have changed over the last month, asked again whenever it rests. */
export function useEffectOf(item: RuleItem | null): Effect {
  const [effect, setEffect] = useState<Effect>({ kind: 'looking' });
  const key = JSON.stringify(item);
  useEffect(() => {
    if (item === null) return;
    let current = true;
    setEffect({ kind: 'looking' });
    const timer = setTimeout(() => {
      void lookAt(item, () => current).then((found) => {
        if (current && found !== null) setEffect(found);
      });
    }, QUIET_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // The key is the item: a new object with the same text is no new question.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return effect;
}

async function lookAt(item: RuleItem, isCurrent: () => boolean): Promise<Effect | null> {
  let people = 0;
  let days = 0;
  let after: RulePreview['next'] = null;
  let month: string | null = null;
  for (;;) {
    const outcome: Outcome<RulePreview> = await ask('rules.preview', { month, item, after });
    if (!isCurrent()) return null;
    if (outcome.kind === 'refused' && outcome.refusal.code === 'rules.invalid') {
      const { problems } = outcome.refusal.facts;
      const fields = Object.fromEntries(problems.map(({ field, text }) => [field, text]));
      return { kind: 'refused', text: refusalSentence(outcome.refusal).text, fields };
    }
    if (outcome.kind === 'refused' && outcome.refusal.code === 'input.invalid')
      return { kind: 'refused', text: refusalSentence(outcome.refusal).text, fields: {} };
    if (outcome.kind !== 'done') return { kind: 'unknown' };
    people += outcome.value.changedPeople;
    days += outcome.value.changedDays;
    ({ next: after, month } = outcome.value);
    if (after === null) return { kind: 'found', people, days, monthText: outcome.value.monthText };
  }
}
