import { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import Taro from '@tarojs/taro';
import type { MonthView } from '@contract/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { onNetworkBack } from '@/phone/network';
import { storage } from '@/phone/storage';

const KEY = 'month';

export interface MonthShown {
  readonly view: MonthView | null;
  /** False while the view is one of an earlier visit or of another month. */
  readonly fresh: boolean;
  readonly trouble: Trouble | null;
  readonly reload: () => void;
}

/** One month of the caller in one call. null: the current one, by the server's clock. */
export function useMonth(month: string | null): MonthShown {
  const [shown, setShown] = useState(() => ({ view: keptView(month), fresh: false }));
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const latest = useRef(0);

  const load = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    const outcome = await ask('calendar.myMonth', { month });
    if (mine !== latest.current) return;
    if (outcome.kind === 'done') {
      setShown({ view: outcome.value, fresh: true });
      setTrouble(null);
      if (month === null) storage.write(KEY, outcome.value);
    } else {
      setTrouble(outcome);
      setShown(({ view }) => ({ view: isOf(view, month) ? view : null, fresh: false }));
    }
  }, [month]);

  useEffect(() => {
    setShown(({ view }) => ({ view, fresh: false }));
    setTrouble(null);
    void load();
  }, [load]);
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));
  useEffect(() => onNetworkBack(() => void load()), [load]);

  return { ...shown, trouble, reload: () => void load() };
}

/** The view that is kept is of the month that was the current one then. */
function keptView(month: string | null): MonthView | null {
  const view = storage.read(KEY) as MonthView | null;
  return month === null ? view : null;
}

const isOf = (view: MonthView | null, month: string | null): boolean =>
  view !== null && (month === null || view.month === month);
