import { useEffect, useState } from 'react';
import type { Outcome, Trouble } from '@/cloud/outcome';

/** Something that the server gives a page of people at a time, added up until it is whole or the page is left. */
export function usePages<Part extends { readonly next: string | null }>(
  /** Another key begins anew. */
  key: string,
  readPart: (after: string | null) => Promise<Outcome<Part>>,
  add: (one: Part, other: Part) => Part,
) {
  const [whole, setWhole] = useState<Part | null>(null);
  const [isDone, setIsDone] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    setWhole(null);
    setIsDone(false);
    setTrouble(null);
    const readAll = async () => {
      let sum: Part | null = null;
      let after: string | null = null;
      do {
        const outcome: Outcome<Part> = await readPart(after);
        if (!current) return;
        if (outcome.kind !== 'done') return setTrouble(outcome);
        sum = sum === null ? outcome.value : add(sum, outcome.value);
        after = outcome.value.next;
        setWhole(sum);
      } while (after !== null);
      setIsDone(true);
    };
    void readAll();
    return () => void (current = false);
    // The two functions say the same for the same key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, attempt]);
  return { whole, isDone, trouble, again: () => setAttempt(attempt + 1) };
}
