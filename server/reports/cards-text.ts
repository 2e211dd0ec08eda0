import type { Verdict } from '@domain/attendance/verdict';
import { clockText } from '@domain/time/work-minute';

/** '09:07 – 18:02', '08:55 –'; '' without any card. */
export function cardsText({ cards }: Verdict): string {
  const pairs: string[] = [];
  for (let i = 0; i < cards.length; i += 2) {
    const [begin, end] = [cards[i] ?? null, cards[i + 1] ?? null];
    if (begin === null && end === null) continue;
    pairs.push(`${begin === null ? '' : clockText(begin)} – ${end === null ? '' : clockText(end)}`.trim());
  }
  return pairs.join('，');
}
