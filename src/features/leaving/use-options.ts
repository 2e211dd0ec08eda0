import { useDidShow } from '@tarojs/taro';
import type { OutputOf } from '@contract/contract';
import { useCallback, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';

export type LeavingOptions = OutputOf<'leaving.options'>;

/** The ways of leaving as they stand today; asked for again whenever the page comes up. */
export function useOptions() {
  const [view, setView] = useState<LeavingOptions | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const load = useCallback(async () => {
    const outcome = await ask('leaving.options', {});
    if (outcome.kind !== 'done') return setTrouble(outcome);
    setTrouble(null);
    setView(outcome.value);
  }, []);
  useDidShow(() => void load());
  return { view, trouble, reload: load };
}
