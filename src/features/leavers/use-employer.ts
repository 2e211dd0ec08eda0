import type { Colleague, EmployersPathView } from '@contract/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { replaceByCase } from '@/navigation/case-link';
import { newId } from '@/phone/new-id';

export type Picked = Pick<Colleague, 'employmentId' | 'name'>;

/** The law's steps from today on, and the report that begins them. */
export function useEmployer() {
  const [path, setPath] = useState<EmployersPathView | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [person, setPerson] = useState<Picked | null>(null);
  const [lastSeen, setLastSeen] = useState<string | null>(null);
  const [attempts, setAttempts] = useState('');
  const [plannedEnd, setPlannedEnd] = useState<string | null>(null);
  const [stuck, setStuck] = useState<Trouble | null>(null);
  const [sending, setSending] = useState(false);
  /** However often it is sent, it is one report. */
  const commandId = useRef(newId());

  const load = useCallback(async () => {
    const outcome = await ask('leaving.employersPath', {});
    if (outcome.kind === 'done') setPath(outcome.value);
    setTrouble(outcome.kind === 'done' ? null : outcome);
  }, []);
  useEffect(() => void load(), [load]);

  const canSend = person !== null && lastSeen !== null && attempts.trim().length >= 5 && !sending;
  const send = async () => {
    if (!canSend || path === null) return;
    setSending(true);
    setStuck(null);
    const outcome = await ask('leaving.startEmployer', {
      commandId: commandId.current,
      employmentId: person.employmentId,
      lastSeen,
      attempts: attempts.trim(),
      plannedEnd: plannedEnd ?? path.earliestEnd,
    });
    setSending(false);
    if (outcome.kind !== 'done') return setStuck(outcome);
    await replaceByCase({ caseId: outcome.value.caseId, taskId: null, round: null });
  };
  return {
    path,
    trouble,
    person,
    lastSeen,
    attempts,
    plannedEnd: plannedEnd ?? path?.earliestEnd ?? null,
    stuck,
    sending,
    canSend,
    setPerson,
    setLastSeen,
    setAttempts,
    setPlannedEnd,
    send,
    reload: load,
  };
}
