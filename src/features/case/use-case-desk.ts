import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import Taro from '@tarojs/taro';
import type { CaseView, InputOf } from '@contract/contract';
import { useCallback, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Outcome, Trouble } from '@/cloud/outcome';
import { linkOf } from '@/navigation/case-link';
import { newId } from '@/phone/new-id';

export type CaseAction = InputOf<'case.act'>['action'];
export type CaseMove = InputOf<'case.move'>['move'];
type Answered = { readonly text: string; readonly view: CaseView };

/** A case and what the caller does on it. Each press has one id, kept until the server has answered it. */
export function useCaseDesk() {
  const link = linkOf(useRouter().params);
  const [view, setView] = useState<CaseView | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  /** The last answer: what was done, or why it was not. */
  const [said, setSaid] = useState<{ readonly text: string } | { readonly trouble: Trouble } | null>(null);
  const [busy, setBusy] = useState(false);
  const pending = useRef<{ readonly what: string; readonly id: string } | null>(null);

  const load = useCallback(async () => {
    if (link === null) return;
    const outcome = await ask('case.view', link);
    if (outcome.kind === 'done') setView(outcome.value);
    setTrouble(outcome.kind === 'done' ? null : outcome);
    // The link never changes while the page lives.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));

  const press = async (what: string, send: (id: string) => Promise<Outcome<Answered>>) => {
    if (busy) return;
    setBusy(true);
    const id = pending.current?.what === what ? pending.current.id : newId();
    pending.current = { what, id };
    const outcome = await send(id);
    setBusy(false);
    // Without an answer nobody knows whether it happened: the same press keeps its id.
    if (outcome.kind !== 'unreachable') pending.current = null;
    if (outcome.kind !== 'done') {
      setSaid({ trouble: outcome });
      if (outcome.kind === 'refused') void load();
      return;
    }
    setView(outcome.value.view);
    setSaid({ text: outcome.value.text });
  };

  const act = (action: CaseAction, comment: string, toEmploymentId: string | null = null) => {
    const task = view?.task;
    if (!view || !task) return;
    const { taskId, round } = task;
    const { caseId } = view;
    void press(`${action} ${toEmploymentId ?? ''} ${comment}`, (commandId) =>
      ask('case.act', { commandId, caseId, taskId, round, action, comment, toEmploymentId }),
    );
  };
  const move = (kind: CaseMove, nodeId: string | null, text: string) => {
    if (!view) return;
    const { caseId } = view;
    void press(`${kind} ${nodeId ?? ''} ${text}`, (commandId) =>
      ask('case.move', { commandId, caseId, move: kind, nodeId, text }),
    );
  };
  const say = (text: string) => {
    if (!view) return;
    const { caseId } = view;
    void press(`say ${text}`, (commandId) =>
      ask('case.say', { commandId, caseId, text, mentions: [], itemKey: null, files: [] }),
    );
  };
  return { broken: link === null, view, trouble, said, busy, act, move, say, reload: load };
}
