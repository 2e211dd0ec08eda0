import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import type { InputOf, OutputOf } from '@contract/contract';
import { useCallback, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Outcome, Trouble } from '@/cloud/outcome';
import { newId } from '@/phone/new-id';

export type DelegationsView = OutputOf<'delegation.mine'>;
type Wish = Omit<InputOf<'delegation.set'>, 'commandId'>;

/** One's delegations, and setting or ending one. A press keeps its id until the server has answered it. */
export function useDelegations() {
  const [view, setView] = useState<DelegationsView | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [said, setSaid] = useState<{ readonly text: string } | { readonly trouble: Trouble } | null>(null);
  const [busy, setBusy] = useState(false);
  const pending = useRef<{ readonly what: string; readonly id: string } | null>(null);

  const load = useCallback(async () => {
    const outcome = await ask('delegation.mine', {});
    if (outcome.kind === 'done') setView(outcome.value);
    setTrouble(outcome.kind === 'done' ? null : outcome);
  }, []);
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));

  const finish = (outcome: Outcome<{ readonly text: string; readonly view: DelegationsView }>): boolean => {
    setBusy(false);
    setSaid(outcome.kind === 'done' ? { text: outcome.value.text } : { trouble: outcome });
    if (outcome.kind === 'done') setView(outcome.value.view);
    return outcome.kind === 'done';
  };
  /** Resolves to whether it was set. */
  const set = async (wish: Wish): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    const what = JSON.stringify(wish);
    const id = pending.current?.what === what ? pending.current.id : newId();
    pending.current = { what, id };
    const outcome = await ask('delegation.set', { commandId: id, ...wish });
    if (outcome.kind !== 'unreachable') pending.current = null;
    return finish(outcome);
  };
  const end = async (id: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    finish(await ask('delegation.end', { id }));
  };
  return { view, trouble, said, busy, set, end, reload: load };
}
