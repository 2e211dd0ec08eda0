import type { OutputOf } from '@contract/contract';
import { useCallback, useEffect, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { chooseFiles, uploadFile } from '@/phone/files';

export type Checked = OutputOf<'machine.check'>;

/** What has been taken so far. */
export interface Taken {
  readonly counted: number;
  readonly known: number;
  readonly people: number;
  readonly total: number;
  readonly locked: readonly string[];
  readonly done: boolean;
}

export type Stuck = Trouble | 'not-uploaded' | 'no-files';

const NOTHING: Taken = { counted: 0, known: 0, people: 0, total: 0, locked: [], done: false };

/** A machine's file: chosen, looked at, and taken, a few people a call; what was cut off goes on where it stood. */
export function useMachineFile() {
  const [home, setHome] = useState<OutputOf<'machine.home'> | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [stuck, setStuck] = useState<Stuck | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [after, setAfter] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const load = useCallback(async () => {
    const outcome = await ask('machine.home', {});
    if (outcome.kind === 'done') setHome(outcome.value);
    setTrouble(outcome.kind === 'done' ? null : outcome);
  }, []);
  useEffect(() => void load(), [load]);

  const look = async (): Promise<Stuck | null> => {
    if (home === null) return null;
    const chosen = await chooseFiles(1, ['csv', 'xlsx']);
    if (chosen === null) return 'no-files';
    const [file] = chosen;
    if (file === undefined) return null;
    const fileId = await uploadFile(home.uploadFolder, file);
    if (fileId === null) return 'not-uploaded';
    const outcome = await ask('machine.check', { fileId, name: file.name });
    if (outcome.kind !== 'done') return outcome;
    setChecked(outcome.value);
    setTaken(null);
    setAfter(null);
    return null;
  };

  const take = async (): Promise<Stuck | null> => {
    if (checked === null) return null;
    let sum = taken ?? NOTHING;
    for (let from = after; ;) {
      const outcome = await ask('machine.take', { tableId: checked.tableId, after: from });
      if (outcome.kind !== 'done') return outcome;
      const { counted, known, people, total, locked, next } = outcome.value;
      sum = {
        counted: sum.counted + counted,
        known: sum.known + known,
        people: sum.people + people,
        total,
        locked: [...sum.locked, ...locked],
        done: next === null,
      };
      setTaken(sum);
      setAfter(next);
      if (next === null) return null;
      from = next;
    }
  };

  /** One thing at a time; what it could not do stays to be read. */
  const doing = (work: () => Promise<Stuck | null>) => async () => {
    if (busy) return;
    setBusy(true);
    setStuck(null);
    setStuck(await work());
    setBusy(false);
  };

  return {
    home,
    trouble,
    stuck,
    checked,
    taken,
    busy,
    reload: () => void load(),
    look: doing(look),
    take: doing(take),
  };
}

export type MachineFile = ReturnType<typeof useMachineFile>;
