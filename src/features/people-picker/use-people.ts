import type { Colleague } from '@contract/contract';
import { useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';

/** Letters come one by one; the server is asked when they rest. */
const REST_MS = 250;

/** Colleagues for what is typed; null while the first answer is on its way. Late answers to older letters are dropped. */
export function usePeople(query: string) {
  const [people, setPeople] = useState<readonly Colleague[] | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [tries, setTries] = useState(0);
  const latest = useRef(0);

  useEffect(() => {
    latest.current += 1;
    const mine = latest.current;
    const search = async () => {
      const outcome = await ask('people.search', { query });
      if (mine !== latest.current) return;
      if (outcome.kind === 'done') setPeople(outcome.value.people);
      setTrouble(outcome.kind === 'done' ? null : outcome);
    };
    const timer = setTimeout(() => void search(), query === '' ? 0 : REST_MS);
    return () => clearTimeout(timer);
  }, [query, tries]);

  return { people, trouble, retry: () => setTries((before) => before + 1) };
}
