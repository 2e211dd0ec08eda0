import { useRouter } from '@tarojs/taro';
import type { InputOf, OutputOf } from '@contract/contract';
import { useCallback, useEffect, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { newId } from '@/phone/new-id';

type Given = Pick<InputOf<'leave.grant'>, 'typeId' | 'amount' | 'note'>;

/** Somebody's balances, and giving more of one: the same wish sent again after a bad network gives once. */
export function useBalances() {
  const employmentId = decodeURIComponent(useRouter().params.person ?? '');
  const [view, setView] = useState<OutputOf<'leave.balances'> | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [stuck, setStuck] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const [commandId, setCommandId] = useState(newId);

  const reload = useCallback(async () => {
    const outcome = await ask('leave.balances', { employmentId });
    setTrouble(outcome.kind === 'done' ? null : outcome);
    if (outcome.kind === 'done') setView(outcome.value);
  }, [employmentId]);
  useEffect(() => void reload(), [reload]);

  /** Resolves to whether it was given: then the form is empty again. */
  const give = async (given: Given): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setStuck(null);
    const outcome = await ask('leave.grant', { commandId, employmentId, ...given });
    setBusy(false);
    if (outcome.kind !== 'done') {
      setStuck(outcome);
      return false;
    }
    setCommandId(newId());
    setView(outcome.value);
    return true;
  };

  return { view, trouble, stuck, busy, give, reload };
}
