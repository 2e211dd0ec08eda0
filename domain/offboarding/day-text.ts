import type { LocalDate } from '../time/local-date';

/** '2026年11月21日'. */
export const dayText = (date: LocalDate): string =>
  `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
