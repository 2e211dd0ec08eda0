import { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import Taro from '@tarojs/taro';
import type { InterviewSummary, LeavingLine, LeavingOverview } from '@contract/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import type { Said } from '@/features/departments/use-step';
import { newId } from '@/phone/new-id';

/** Letters come faster than answers: only a pause asks. */
const PAUSE_MS = 300;

interface Found {
  readonly query: string;
  readonly lines: readonly LeavingLine[];
  readonly more: boolean;
}

/** Everybody who is leaving, and those whom a name or an ID number finds. */
export function useLeavers(query: string) {
  const [overview, setOverview] = useState<LeavingOverview | null>(null);
  const [reasons, setReasons] = useState<InterviewSummary | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const latest = useRef('');
  const pending = useRef<{ readonly what: string; readonly id: string } | null>(null);

  const load = useCallback(async () => {
    const outcome = await ask('leaving.overview', {});
    if (outcome.kind === 'done') setOverview(outcome.value);
    setTrouble(outcome.kind === 'done' ? null : outcome);
  }, []);
  const search = useCallback(async (wanted: string) => {
    const outcome = await ask('leaving.search', { query: wanted });
    // An older answer that comes late is not what stands in the field any more.
    if (latest.current !== wanted) return;
    if (outcome.kind === 'done') setFound({ query: wanted, ...outcome.value });
    setTrouble(outcome.kind === 'done' ? null : outcome);
  }, []);
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));
  useEffect(() => {
    latest.current = query;
    if (query === '') return setFound(null);
    const timer = setTimeout(() => void search(query), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query, search]);

  const showReasons = async (year: number) => {
    const outcome = await ask('interviews.summary', { year });
    if (outcome.kind === 'done') setReasons(outcome.value);
    else setTrouble(outcome);
  };
  const freeze = async (caseId: string, reason: string) => {
    const what = `${caseId} ${reason}`;
    const commandId = pending.current?.what === what ? pending.current.id : newId();
    pending.current = { what, id: commandId };
    const outcome = await ask('leaving.freezeNow', { commandId, caseId, reason });
    // Without an answer nobody knows whether it happened: the same words keep their id.
    if (outcome.kind !== 'unreachable') pending.current = null;
    setSaid(outcome.kind === 'done' ? { text: outcome.value.text } : { trouble: outcome });
  };
  return {
    overview,
    reasons,
    found: found?.query === query ? found : null,
    trouble,
    said,
    reload: () => void (query === '' ? load() : search(query)),
    showReasons,
    freeze,
  };
}
