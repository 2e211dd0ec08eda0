import type { RulePreview } from '@contract/contract';
import { useCallback, useEffect, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Outcome, Trouble } from '@/cloud/outcome';

/** What all drafts together would have made of a month, part by part until everybody has been looked at. */
export function useRulePreview() {
  const [month, setMonth] = useState<string | null>(null);
  const [preview, setPreview] = useState<RulePreview | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let current = true;
    void (async () => {
      let whole = null as RulePreview | null;
      do {
        const outcome: Outcome<RulePreview> = await ask('rules.preview', {
          month,
          item: null,
          after: whole?.next ?? null,
        });
        if (!current) return;
        if (outcome.kind !== 'done') return setTrouble(outcome);
        whole = whole === null ? outcome.value : joined(whole, outcome.value);
        setTrouble(null);
        setPreview(whole);
      } while (whole.next !== null);
    })();
    return () => void (current = false);
  }, [month, round]);

  return {
    preview,
    trouble,
    reload: useCallback(() => setRound((had) => had + 1), []),
    turnTo: (other: string) => {
      setPreview(null);
      setMonth(other);
    },
  };
}

/** Two parts of the people as one answer. */
function joined(one: RulePreview, other: RulePreview): RulePreview {
  const sum = (a: RulePreview['before'], b: RulePreview['before']): RulePreview['before'] => {
    const both = { ...a };
    for (const field of Object.keys(both) as (keyof typeof both)[]) both[field] += b[field];
    return both;
  };
  return {
    ...other,
    judgedPeople: one.judgedPeople + other.judgedPeople,
    judgedDays: one.judgedDays + other.judgedDays,
    changedPeople: one.changedPeople + other.changedPeople,
    changedDays: one.changedDays + other.changedDays,
    people: [...one.people, ...other.people],
    before: sum(one.before, other.before),
    after: sum(one.after, other.after),
  };
}
