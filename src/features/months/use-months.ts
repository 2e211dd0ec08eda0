import type { MonthClosing, MonthDesk } from '@contract/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { newId } from '@/phone/new-id';

const ASK_EVERY_MS = 1000;

/** One month's locks: the log, whose it is looked at for, and locking or opening it once, however often it is tapped. */
export function useMonths() {
  const [desk, setDesk] = useState<MonthDesk | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [branchId, setBranchId] = useState<string | null | undefined>(undefined);
  const [closing, setClosing] = useState<MonthClosing | null>(null);
  const [stuck, setStuck] = useState<Trouble | null>(null);
  const [sending, setSending] = useState(false);
  const command = useRef(newId());
  const wanted = useRef<string | null>(null);

  const turnTo = useCallback(async (month: string | null) => {
    if (wanted.current !== month) setClosing(null);
    wanted.current = month;
    setStuck(null);
    const outcome = await ask('month.desk', { month });
    if (wanted.current !== month) return;
    setTrouble(outcome.kind === 'done' ? null : outcome);
    if (outcome.kind === 'done') setDesk(outcome.value);
  }, []);
  useEffect(() => void turnTo(null), [turnTo]);

  const running = closing?.state === 'running' ? closing : (desk?.log.find(isRunning) ?? null);
  const runningId = running?.closingId ?? null;
  const month = desk?.month ?? null;
  useEffect(() => {
    if (runningId === null) return;
    let current = true;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const outcome = await ask('month.progress', { closingId: runningId });
      if (!current) return;
      if (outcome.kind === 'done') setClosing(outcome.value);
      if (outcome.kind === 'done' && outcome.value.state === 'done') return void turnTo(month);
      timer = setTimeout(() => void look(), ASK_EVERY_MS);
    };
    timer = setTimeout(() => void look(), ASK_EVERY_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [runningId, month, turnTo]);

  const chosen = branchId !== undefined ? branchId : (desk?.scopes[0]?.branchId ?? null);
  /** Resolves to whether it began. */
  const send = async (reason: string | null): Promise<boolean> => {
    if (sending || desk === null) return false;
    setSending(true);
    setStuck(null);
    const order = { commandId: command.current, month: desk.month, branchId: chosen };
    const outcome =
      reason === null ? await ask('month.close', order) : await ask('month.reopen', { ...order, reason });
    setSending(false);
    if (outcome.kind !== 'done') {
      setStuck(outcome);
      return false;
    }
    command.current = newId();
    setClosing(outcome.value);
    if (outcome.value.state === 'done') await turnTo(desk.month);
    return true;
  };

  return {
    desk,
    trouble,
    chosen,
    running,
    stuck,
    sending,
    turnTo,
    choose: setBranchId,
    close: () => send(null),
    reopen: (reason: string) => send(reason),
  };
}

const isRunning = ({ state }: MonthClosing): boolean => state === 'running';
