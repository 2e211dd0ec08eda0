import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useCallback, useRef, useState } from 'react';
import type { Outcome, Trouble } from '@/cloud/outcome';
import { linkOf } from '@/navigation/case-link';
import { newId } from '@/phone/new-id';

/** What the last press came to. */
export type Said = { readonly text: string } | { readonly trouble: Trouble };

/**
 * One step of a leaving on a page of its own: what it shows, and what is done with it. Each press has one id, kept until
 * the server has answered it.
 */
export function useStep<View>(read: (caseId: string) => Promise<Outcome<View>>) {
  const caseId = linkOf(useRouter().params)?.caseId ?? null;
  const [view, setView] = useState<View | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const pending = useRef<{ readonly what: string; readonly id: string } | null>(null);

  const load = useCallback(async () => {
    if (caseId === null) return;
    const outcome = await read(caseId);
    if (outcome.kind === 'done') setView(outcome.value);
    setTrouble(outcome.kind === 'done' ? null : outcome);
    // Which procedure reads the step never changes while the page lives.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [caseId]);
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));

  /**
   * @param what tells one press from another
   * @param done what is said when it happened
   * @returns whether it happened
   */
  const press = async (
    what: string,
    done: string,
    send: (commandId: string, caseId: string) => Promise<Outcome<View>>,
  ): Promise<boolean> => {
    if (busy || caseId === null) return false;
    setBusy(true);
    const id = pending.current?.what === what ? pending.current.id : newId();
    pending.current = { what, id };
    const outcome = await send(id, caseId);
    setBusy(false);
    // Without an answer nobody knows whether it happened: the same press keeps its id.
    if (outcome.kind !== 'unreachable') pending.current = null;
    if (outcome.kind === 'done') setView(outcome.value);
    else if (outcome.kind === 'refused') void load();
    setSaid(outcome.kind === 'done' ? { text: done } : { trouble: outcome });
    return outcome.kind === 'done';
  };
  return { caseId, view, trouble, said, busy, press, say: setSaid, reload: load };
}

export type Step<View> = ReturnType<typeof useStep<View>>;
