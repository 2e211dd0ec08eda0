import type { OutputOf } from '@contract/contract';
import { useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { replaceByCase } from '@/navigation/case-link';
import { newId } from '@/phone/new-id';
import { storage } from '@/phone/storage';

const KEPT = 'swap-draft';
/** While somebody turns a wheel nobody needs every day in between. */
const SETTLED_MS = 250;

/** What is written so far. It stays on the phone until it was sent. */
export interface Wish {
  readonly commandId: string;
  readonly colleague: { readonly employmentId: string; readonly name: string } | null;
  readonly mine: string | null;
  readonly theirs: string | null;
  readonly reason: string;
}

type Draft = OutputOf<'swap.draft'>;

const empty = (): Wish => ({ commandId: newId(), colleague: null, mine: null, theirs: null, reason: '' });

/** A swap being written: what it would change by the server's word, and sending it once. */
export function useSwap() {
  const [wish, setWish] = useState<Wish>(() => (storage.read(KEPT) as Wish | null) ?? empty());
  const [draft, setDraft] = useState<Draft | null>(null);
  const [stuck, setStuck] = useState<Trouble | null>(null);
  const [sending, setSending] = useState(false);
  /** The question that was asked last is the one whose answer counts. */
  const latest = useRef(0);
  const { colleague, mine, theirs } = wish;
  const colleagueId = colleague?.employmentId ?? null;

  useEffect(() => {
    latest.current += 1;
    const own = latest.current;
    setDraft(null);
    if (colleagueId === null || mine === null || theirs === null) return undefined;
    const timer = setTimeout(() => {
      void ask('swap.draft', { colleagueId, mine, theirs }).then((outcome) => {
        if (own !== latest.current) return;
        setStuck(outcome.kind === 'done' ? null : outcome);
        setDraft(outcome.kind === 'done' ? outcome.value : null);
      });
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [colleagueId, mine, theirs]);

  const write = (change: Partial<Wish>) => {
    const next = { ...wish, ...change, commandId: newId() };
    setWish(next);
    setStuck(null);
    storage.write(KEPT, next);
  };

  const send = async () => {
    if (colleagueId === null || mine === null || theirs === null || sending) return;
    setSending(true);
    const { commandId } = wish;
    const reason = wish.reason.trim();
    const outcome = await ask('swap.ask', { commandId, colleagueId, mine, theirs, reason });
    setSending(false);
    if (outcome.kind !== 'done') return setStuck(outcome);
    storage.write(KEPT, null);
    await replaceByCase({ caseId: outcome.value.view.caseId, taskId: null, round: null });
  };

  const canSend = draft?.refusal === null && wish.reason.trim().length >= 2 && !sending;
  return { wish, draft, stuck, sending, canSend, write, send };
}
