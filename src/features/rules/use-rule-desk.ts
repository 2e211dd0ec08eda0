import { useDidShow } from '@tarojs/taro';
import type { RuleDesk } from '@contract/contract';
import { useCallback, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';

/** The list of rules, asked again whenever the page is shown: an editor may have changed it. */
export function useRuleDesk() {
  const [desk, setDesk] = useState<RuleDesk | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const reload = useCallback(async () => {
    const outcome = await ask('rules.desk', {});
    if (outcome.kind !== 'done') return setTrouble(outcome);
    setTrouble(null);
    setDesk(outcome.value);
  }, []);
  useDidShow(() => void reload());
  return { desk, trouble, reload };
}
