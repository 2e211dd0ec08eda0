import { useDidShow } from '@tarojs/taro';
import type { RequestHome } from '@contract/contract';
import { useCallback, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { newId } from '@/phone/new-id';
import { openCase } from '@/navigation/case-link';

/** What can be asked for and what is under way, by one call whenever the page is seen. */
export function useRequestsHome() {
  const [view, setView] = useState<RequestHome | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  /** Why taking one back did not succeed. */
  const [stuck, setStuck] = useState<Trouble | null>(null);

  const reload = useCallback(async () => {
    const outcome = await ask('request.home', {});
    if (outcome.kind !== 'done') return setTrouble(outcome);
    setTrouble(null);
    setView(outcome.value);
  }, []);
  useDidShow(() => void reload());

  const revoke = async (caseId: string, reason: string) => {
    setStuck(null);
    const outcome = await ask('request.revoke', { commandId: newId(), caseId, reason });
    if (outcome.kind !== 'done') return setStuck(outcome);
    await openCase({ caseId: outcome.value.view.caseId, taskId: null, round: null });
  };

  return { view, trouble, stuck, reload, revoke };
}
