import type { CompanyView, InputOf } from '@contract/contract';
import { useCallback, useEffect, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { useSend } from './use-send';

export type Unit = InputOf<'company.change'>['unit'];

/** The organisation and changing one unit of it. After a clash the view is read again; the form stays as typed. */
export function useCompany() {
  const [view, setView] = useState<CompanyView | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { send, sending, trouble: stuck } = useSend();

  const reload = useCallback(async () => {
    const outcome = await ask('company.view', {});
    if (outcome.kind !== 'done') return setTrouble(outcome);
    setTrouble(null);
    setView(outcome.value);
  }, []);
  useEffect(() => void reload(), [reload]);

  /** Resolves to whether it is in force. */
  const change = async (unit: Unit): Promise<boolean> => {
    const seenRevision = view?.revision ?? 0;
    const changed = await send([unit, seenRevision], (commandId) =>
      ask('company.change', { commandId, seenRevision, unit }),
    );
    if (changed === null) await reload();
    else setView(changed);
    return changed !== null;
  };

  return { view, trouble, stuck, sending, reload, change };
}

export type CompanyEditor = ReturnType<typeof useCompany>;
