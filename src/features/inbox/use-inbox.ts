import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import type { InboxView } from '@contract/contract';
import { useCallback, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';

export type Shelf = 'todo' | 'news';

/** What waits for the caller, or what he should know; asked for again whenever the page comes up. */
export function useInbox() {
  const [shelf, setShelf] = useState<Shelf>('todo');
  const [view, setView] = useState<InboxView | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const latest = useRef(0);

  const load = useCallback(async (show: Shelf, before: number | null) => {
    latest.current += 1;
    const mine = latest.current;
    const outcome = await ask('inbox.list', { show, before });
    if (mine !== latest.current) return;
    if (outcome.kind !== 'done') return setTrouble(outcome);
    setTrouble(null);
    setView((had) =>
      before === null || had === null
        ? outcome.value
        : { ...outcome.value, items: [...had.items, ...outcome.value.items] },
    );
  }, []);

  const reload = useCallback(() => load(shelf, null), [load, shelf]);
  useDidShow(() => void reload());
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));

  const turnTo = (next: Shelf) => {
    if (next === shelf) return;
    setShelf(next);
    setView(null);
    void load(next, null);
  };
  const more = () => {
    if (view?.next != null) void load(shelf, view.next);
  };
  /** News are read once they are opened. */
  const markRead = (id: string) => {
    setView(
      (had) =>
        had && {
          ...had,
          items: had.items.map((item) => (item.id === id ? { ...item, unread: false } : item)),
        },
    );
    void ask('inbox.read', { ids: [id] });
  };

  return { shelf, turnTo, view, trouble, reload, more, markRead };
}
