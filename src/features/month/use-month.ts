import Taro, { usePullDownRefresh } from '@tarojs/taro';
import type { MonthView } from '@contract/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { usePageVisible } from '@/navigation/use-page-visible';
import { keptView } from '@/phone/kept-view';
import { onNetworkBack } from '@/phone/network';

const KEY = 'month';

export interface MonthShown {
  readonly view: MonthView | null;
  /** False while the view is one of an earlier visit or of another month. */
  readonly fresh: boolean;
  readonly trouble: Trouble | null;
  /** Shows this month, by one call. null: the current one, by the server's clock. */
  readonly turnTo: (month: string | null) => Promise<void>;
  /** The month that is shown, asked for again. */
  readonly reload: () => Promise<void>;
}

/** One month of the caller at a time. */
export function useMonth(): MonthShown {
  const [shown, setShown] = useState(() => ({ view: keptView.read<MonthView>(KEY), fresh: false }));
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const wanted = useRef<string | null>(null);
  /** The call that was made last is the one whose answer counts. */
  const latest = useRef(0);

  const turnTo = useCallback(async (month: string | null) => {
    latest.current += 1;
    const mine = latest.current;
    if (month !== wanted.current) setShown(({ view }) => ({ view, fresh: false }));
    wanted.current = month;
    const outcome = await ask('calendar.myMonth', { month });
    if (mine !== latest.current) return;
    if (outcome.kind === 'done') {
      setShown({ view: outcome.value, fresh: true });
      setTrouble(null);
      if (month === null) keptView.write(KEY, outcome.value);
    } else {
      setTrouble(outcome);
      setShown(({ view }) => ({ view: isOf(view, month) ? view : null, fresh: false }));
    }
  }, []);
  const reload = useCallback(() => turnTo(wanted.current), [turnTo]);

  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  const visible = usePageVisible();
  useEffect(() => (visible ? onNetworkBack(() => void reload()) : undefined), [visible, reload]);

  return { ...shown, trouble, turnTo, reload };
}

/** The view that is kept between visits is of the month that was the current one then. */
const isOf = (view: MonthView | null, month: string | null): boolean =>
  view !== null && (month === null || view.month === month);
