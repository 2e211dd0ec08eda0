import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';

const WIDE_PX = 900;

/** A window on a computer has room for the month; a phone for a week of 44 px cells. */
export function useWide(): boolean {
  const [wide] = useState(() => (Taro.getWindowInfo().windowWidth ?? 0) >= WIDE_PX);
  return wide;
}

/** How many weeks are on the page: one more a moment, so that no message to the page's layer gets too large. */
export function useWeeksOneByOne(weeks: number): number {
  const [shown, setShown] = useState(1);
  useEffect(() => {
    if (shown >= weeks) return undefined;
    const timer = setTimeout(() => setShown(shown + 1), 0);
    return () => clearTimeout(timer);
  }, [shown, weeks]);
  return Math.min(shown, weeks);
}
