import { useDidShow } from '@tarojs/taro';
import type { InputOf, StaffList } from '@contract/contract';
import { useCallback, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';

export type Wanted = Omit<InputOf<'staff.list'>, 'after'>;

const EVERYBODY: Wanted = { query: '', departmentId: null, branchId: null, state: 'working' };
/** Typing does not ask for every letter. */
const PAUSE_MS = 300;

/** The people as they are filtered, page below page; read again whenever the page comes up. */
export function usePeopleList() {
  const [wanted, setWanted] = useState(EVERYBODY);
  const [list, setList] = useState<StaffList | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  /** The call that was made last is the one whose answer counts. */
  const latest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const read = useCallback(async (filter: Wanted, after: string | null) => {
    latest.current += 1;
    const mine = latest.current;
    const outcome = await ask('staff.list', { ...filter, after });
    if (mine !== latest.current) return;
    if (outcome.kind !== 'done') return setTrouble(outcome);
    setTrouble(null);
    setList((had) =>
      after === null || had === null
        ? outcome.value
        : { ...outcome.value, rows: [...had.rows, ...outcome.value.rows] },
    );
  }, []);
  useDidShow(() => void read(wanted, null));

  const want = (change: Partial<Wanted>) => {
    const next = { ...wanted, ...change };
    setWanted(next);
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => void read(next, null), change.query === undefined ? 0 : PAUSE_MS);
  };

  return {
    wanted,
    list,
    trouble,
    want,
    more: () => void (list?.next != null && read(wanted, list.next)),
    reload: () => void read(wanted, null),
  };
}
