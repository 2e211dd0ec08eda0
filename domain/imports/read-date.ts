import { type LocalDate, parseLocalDate } from '../time/local-date';

const WRITTEN = [/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/, /^(\d{4})(\d{2})(\d{2})$/];

/** A day as people write it: 2026-03-09, 2026/3/9, 2026.3.9, 20260309, 2026年3月9日; null: none that there is. */
export function readDate(text: string): LocalDate | null {
  const day = text.replace(/\s+0?0:00(:00)?$/, '').trim();
  for (const form of WRITTEN) {
    const [, year, month, date] = form.exec(day) ?? [];
    if (year && month && date)
      return parseLocalDate(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  }
  return null;
}
