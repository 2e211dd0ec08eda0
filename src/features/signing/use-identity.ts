import { useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { newId } from '@/phone/new-id';

/** What is signed: a document of a case, or of a case that begins with it. */
export interface Signed {
  readonly document: string;
  readonly caseId: string | null;
}

interface Sent {
  readonly sessionId: string;
  readonly phoneText: string;
  /** When another code may be asked for, by the phone's clock. */
  readonly againAt: number;
}

/** Confirmed lately, for this document: whoever must sign again (it was changed) need not type another code. */
let confirmed: (Signed & { readonly sessionId: string; readonly until: number }) | null = null;

/** Nobody should begin to draw and be too late at the end. */
const SPARE_MS = 60_000;

const confirmedFor = ({ document, caseId }: Signed): string | null =>
  confirmed?.document === document && confirmed.caseId === caseId && Date.now() < confirmed.until
    ? confirmed.sessionId
    : null;

/** Shows that it is oneself: a code by short message, typed in. */
export function useIdentity(signed: Signed) {
  const [sessionId, setSessionId] = useState(() => confirmedFor(signed));
  const [sent, setSent] = useState<Sent | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  /** Kept until the server has answered: a repeated press sends one message. */
  const asking = useRef<string | null>(null);
  const secondsLeft = useCountdown(sent?.againAt ?? 0);

  const send = async () => {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    asking.current ??= newId();
    const outcome = await ask('identity.begin', { commandId: asking.current, ...signed });
    setBusy(false);
    if (outcome.kind !== 'done') {
      if (outcome.kind === 'refused' && outcome.refusal.code !== 'identity.not-sent') asking.current = null;
      return setTrouble(outcome);
    }
    asking.current = null;
    const { sessionId: id, phoneText, resendAfterSeconds } = outcome.value;
    setSent({ sessionId: id, phoneText, againAt: Date.now() + resendAfterSeconds * 1000 });
  };

  const confirm = async (code: string) => {
    if (busy || !sent) return;
    setBusy(true);
    setTrouble(null);
    const outcome = await ask('identity.confirm', { sessionId: sent.sessionId, code });
    setBusy(false);
    if (outcome.kind !== 'done') return setTrouble(outcome);
    const until = Date.now() + outcome.value.validSeconds * 1000 - SPARE_MS;
    confirmed = { ...signed, sessionId: sent.sessionId, until };
    setSessionId(sent.sessionId);
  };

  return { sessionId, sent, secondsLeft, trouble, busy, send, confirm };
}

/** Whole seconds until then, counted down. */
function useCountdown(until: number): number {
  const left = () => Math.max(0, Math.ceil((until - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    const timer = setInterval(() => setSeconds(left()), 1000);
    return () => clearInterval(timer);
    // `left` reads only `until`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [until]);
  return seconds;
}
