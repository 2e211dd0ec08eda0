import type { Verdict } from '@domain/attendance/verdict';
import { durationText } from '../wall-text';
import { wordOf } from './day-words';

/** A day before and after it was judged again, in words; overtime is said only where it is what changed. */
export function changedWords(before: Verdict, after: Verdict): [string, string] {
  const [had, has] = [overtimeOf(before), overtimeOf(after)];
  const words = (verdict: Verdict, minutes: number): string =>
    had === has
      ? wordOf(verdict)
      : `${wordOf(verdict)}，${minutes === 0 ? '无加班' : `加班 ${durationText(minutes)}`}`;
  return [words(before, had), words(after, has)];
}

const overtimeOf = ({ overtime }: Verdict): number => overtime.reduce((sum, { minutes }) => sum + minutes, 0);
