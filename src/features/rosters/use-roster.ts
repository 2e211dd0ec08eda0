import type { RosterDesk } from '@contract/contract';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { newId } from '@/phone/new-id';
import { onNetworkBack } from '@/phone/network';
import { storage } from '@/phone/storage';
import {
  type BoardState,
  createBoard,
  marksOver,
  type RosterBoard,
  standsAt,
  type Unsent,
} from './roster-board';
import { cellKey, type Grid } from './roster-plans';

const UNSENT = 'roster-unsent';

interface Wanted {
  readonly month: string | null;
  readonly ruleId: string | null;
}

/** The month grid: which month and rule, its people as far as they were read, and the board that keeps what is painted. */
export function useRoster() {
  const [desk, setDesk] = useState<RosterDesk | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [state, setState] = useState<BoardState | null>(null);
  const today = useRef('');
  const board = useRef<RosterBoard | null>(null);
  board.current ??= createBoard({
    store: {
      read: () => storage.read(UNSENT) as Unsent | null,
      write: (unsent) => storage.write(UNSENT, unsent),
    },
    send: (input) => ask('roster.save', input),
    newId,
    isPast: (date) => date <= today.current,
    later: (ms, act) => void setTimeout(act, ms),
    changed: setState,
  });
  const latest = useRef(0);
  const wanted = useRef<Wanted>({ month: null, ruleId: null });

  const read = useCallback(async (next: Wanted, after: string | null) => {
    latest.current += 1;
    const mine = latest.current;
    wanted.current = next;
    const outcome = await ask('roster.desk', { ...next, after });
    if (mine !== latest.current) return;
    if (outcome.kind !== 'done') return setTrouble(outcome);
    const { value } = outcome;
    today.current = value.today;
    wanted.current = { month: value.month, ruleId: value.ruleId };
    setTrouble(null);
    board.current?.load(
      value.people,
      value.days.map(({ date }) => date),
    );
    setDesk((had) =>
      after === null || had === null ? value : { ...value, people: [...had.people, ...value.people] },
    );
  }, []);
  useEffect(() => void read({ month: null, ruleId: null }, null), [read]);
  useEffect(() => onNetworkBack(() => board.current?.retry()), []);

  const grid = useMemo<Grid | null>(() => {
    if (desk === null || state === null) return null;
    const over = marksOver(state);
    return {
      desk,
      markOf(employmentId, date) {
        const key = cellKey(employmentId, date);
        const mark = over.get(key);
        return mark === undefined ? standsAt(state, key) : mark;
      },
    };
  }, [desk, state]);

  return {
    grid,
    state,
    trouble,
    board: board.current,
    turnTo: (month: string) => read({ ...wanted.current, month }, null),
    choose: (ruleId: string) => read({ ...wanted.current, ruleId }, null),
    more: (after: string) => read(wanted.current, after),
    reload: () => read(wanted.current, null),
  };
}
