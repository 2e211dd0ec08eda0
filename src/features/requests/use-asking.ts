import { useRouter } from '@tarojs/taro';
import type { RequestDraft, RequestHome } from '@contract/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { replaceByCase } from '@/navigation/case-link';
import { askLinkOf } from '@/navigation/request-links';
import { newId } from '@/phone/new-id';
import { type Asking, askingDraft, spanOf } from './asking';

/** While somebody turns a wheel nobody needs every number in between. */
const SETTLED_MS = 250;

/** The form of one request: what is written, what it comes to by the server's measure, and sending it once. */
export function useAsking() {
  const { kind, typeId, date } = askLinkOf(useRouter().params);
  const [home, setHome] = useState<RequestHome | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [draft, setDraft] = useState<RequestDraft | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [stuck, setStuck] = useState<Trouble | null>(null);
  const [sending, setSending] = useState(false);
  /** The measure that was asked for last is the one that counts. */
  const latest = useRef(0);
  const leave = home?.leaves.find(({ id }) => id === typeId) ?? null;

  const load = useCallback(async () => {
    const outcome = await ask('request.home', {});
    if (outcome.kind !== 'done') return setTrouble(outcome);
    const { leaves, today } = outcome.value;
    const inHours =
      kind === 'outing' || kind === 'overtime' || leaves.find(({ id }) => id === typeId)?.hours === true;
    setTrouble(null);
    setHome(outcome.value);
    const kept = date === null ? askingDraft.read(kind, typeId) : null;
    setAsking((had) => had ?? kept ?? firstAsking(date ?? today, kind === 'overtime', inHours));
  }, [kind, typeId, date]);
  useEffect(() => void load(), [load]);

  const span = asking === null ? null : JSON.stringify(spanOf(asking));
  useEffect(() => {
    if (span === null) return;
    latest.current += 1;
    const mine = latest.current;
    const timer = setTimeout(() => {
      void ask('request.draft', { kind, typeId, span: JSON.parse(span) as never }).then((outcome) => {
        if (mine !== latest.current) return;
        setStuck(outcome.kind === 'done' ? null : outcome);
        setDraft(outcome.kind === 'done' ? outcome.value : null);
      });
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [kind, typeId, span]);

  const write = (change: Partial<Asking>) => {
    if (asking === null) return;
    const next = { ...asking, ...change };
    if (JSON.stringify(spanOf(next)) !== span) setDraft(null);
    setAsking(next);
    setStuck(null);
    askingDraft.keep(kind, typeId, next);
  };

  const send = async () => {
    if (asking === null || sending) return;
    setSending(true);
    const { commandId, place, reason } = asking;
    const words = { place: place.trim(), reason: reason.trim() };
    const outcome = await ask('request.apply', { commandId, kind, typeId, span: spanOf(asking), ...words });
    setSending(false);
    if (outcome.kind !== 'done') return setStuck(outcome);
    askingDraft.drop(kind, typeId);
    await replaceByCase({ caseId: outcome.value.view.caseId, taskId: null, round: null });
  };

  const canSend =
    asking !== null &&
    asking.reason.trim().length >= 2 &&
    (kind !== 'trip' || asking.place.trim() !== '') &&
    draft?.refusal === null &&
    !sending;
  return { kind, leave, home, asking, draft, trouble, stuck, sending, canSend, write, send, reload: load };
}

const firstAsking = (date: string, evening: boolean, inHours: boolean): Asking => ({
  commandId: newId(),
  mode: inHours ? 'time' : 'days',
  from: date,
  to: date,
  fromAfternoon: false,
  untilNoon: false,
  fromMinute: evening ? 1080 : 540,
  toMinute: evening ? 1200 : 720,
  place: '',
  reason: '',
});
