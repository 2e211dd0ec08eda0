import { useRef, useState } from 'react';
import type { Outcome, Trouble } from '@/cloud/outcome';
import { newId } from '@/phone/new-id';

/**
 * One form that is sent: the same content keeps its command id until an answer came, so that a bad network never sends
 * it twice.
 */
export function useSend() {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [sending, setSending] = useState(false);
  const pending = useRef<{ readonly what: string; readonly id: string } | null>(null);

  /** Resolves to the value; null when there is none, and `trouble` says why. */
  const send = async <Value>(
    content: unknown,
    call: (commandId: string) => Promise<Outcome<Value>>,
  ): Promise<Value | null> => {
    if (sending) return null;
    setSending(true);
    setTrouble(null);
    const what = JSON.stringify(content);
    const commandId = pending.current?.what === what ? pending.current.id : newId();
    pending.current = { what, id: commandId };
    const outcome = await call(commandId);
    setSending(false);
    if (outcome.kind !== 'unreachable') pending.current = null;
    if (outcome.kind === 'done') return outcome.value;
    setTrouble(outcome);
    return null;
  };

  return { send, sending, trouble };
}
