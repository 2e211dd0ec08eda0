import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import type { OutputOf } from '@contract/contract';
import { useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { personOf } from '@/navigation/duty-links';

export type DutiesView = OutputOf<'duties.view'>;

/** The duties of one person who leaves, shown with the successor that HR is thinking of. */
export function useDuties() {
  const employmentId = personOf(useRouter().params);
  const [view, setView] = useState<DutiesView | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [said, setSaid] = useState<{ readonly text: string } | { readonly trouble: Trouble } | null>(null);
  const [successorId, setSuccessorId] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const load = async (successor: string | null) => {
    if (employmentId === null) return;
    const outcome = await ask('duties.view', { employmentId, successorId: successor });
    if (outcome.kind === 'done') {
      setView(outcome.value);
      setSuccessorId(successor);
      return setTrouble(null);
    }
    // Somebody who cannot take over leaves the plan as it was, with the reason.
    if (view === null) setTrouble(outcome);
    else setSaid({ trouble: outcome });
  };
  useDidShow(() => void load(successorId));
  usePullDownRefresh(() => void load(successorId).finally(() => Taro.stopPullDownRefresh()));

  const confirm = async () => {
    if (view === null || busy || employmentId === null) return;
    setBusy(true);
    const { orgRevision } = view;
    const outcome = await ask('duties.confirm', { employmentId, successorId, orgRevision });
    setBusy(false);
    setSaid(outcome.kind === 'done' ? { text: outcome.value.text } : { trouble: outcome });
    if (outcome.kind === 'done') setView(outcome.value.view);
    else if (outcome.kind === 'refused') void load(successorId);
  };
  return {
    broken: employmentId === null,
    view,
    trouble,
    said,
    busy,
    choose: (id: string) => void load(id),
    confirm,
    reload: () => load(successorId),
  };
}
