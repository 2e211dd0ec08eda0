import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import type { InputOf, OutputOf } from '@contract/contract';
import { useCallback, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { newId } from '@/phone/new-id';

export type Leaving = OutputOf<'leaving.mine'>;
export type Journey = NonNullable<Leaving['journey']>;
type Move = Pick<InputOf<'case.move'>, 'move' | 'nodeId' | 'text' | 'yes'>;

/** The person's own leaving: read again whenever the page comes up, moved by a few taps. */
export function useJourney() {
  const [view, setView] = useState<Leaving | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [said, setSaid] = useState<{ readonly text: string } | { readonly trouble: Trouble } | null>(null);
  const [busy, setBusy] = useState(false);
  const pending = useRef<{ readonly what: string; readonly id: string } | null>(null);

  const load = useCallback(async () => {
    const outcome = await ask('leaving.mine', {});
    if (outcome.kind !== 'done') return setTrouble(outcome);
    setTrouble(null);
    setView(outcome.value);
  }, []);
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));

  /** Without an answer nobody knows whether it happened: the same press keeps its id. */
  const move = async (how: Move) => {
    const caseId = view?.journey?.view.caseId;
    if (busy || caseId === undefined) return;
    setBusy(true);
    const what = JSON.stringify(how);
    const commandId = pending.current?.what === what ? pending.current.id : newId();
    pending.current = { what, id: commandId };
    const outcome = await ask('case.move', { commandId, caseId, ...how });
    setBusy(false);
    if (outcome.kind !== 'unreachable') pending.current = null;
    setSaid(outcome.kind === 'done' ? { text: outcome.value.text } : { trouble: outcome });
    void load();
  };

  /** The same choice again changes nothing, so a press without an answer may simply be repeated. */
  const chooseCertificate = async (withReason: boolean) => {
    const journey = view?.journey;
    if (busy || !journey?.certificate) return;
    setBusy(true);
    const { revision } = journey.certificate;
    const { caseId } = journey.view;
    const outcome = await ask('certificate.choose', { caseId, withReason, revision });
    setBusy(false);
    setSaid(outcome.kind === 'done' ? { text: outcome.value.text } : { trouble: outcome });
    void load();
  };

  return { view, trouble, said, busy, move, chooseCertificate, reload: load };
}
