import type { CellValue } from 'exceljs';

const DAY_MS = 86_400_000;
/** Times of day are dates of Excel's day zero. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** A formula whose result the file does not carry: nobody knows what the cell says. */
export class NoResult extends Error {}

/**
 * What a cell shows, as text: dates as 2026-03-09, times as 08:30, numbers without the noise of floating point, a
 * formula as its result.
 *
 * @throws NoResult for a formula that was never computed
 */
export function cellText(value: CellValue): string {
  return trimmed(rawText(value));
}

/** Also without the marks that nobody sees: byte order, zero width. */
export const trimmed = (text: string): string => text.replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').trim();

function rawText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return numberText(value);
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  if ('hyperlink' in value) return rawText(value.text as CellValue);
  if ('formula' in value || 'sharedFormula' in value) {
    if (value.result === undefined || value.result === null) throw new NoResult();
    return rawText(value.result as CellValue);
  }
  return '';
}

/** Fifteen digits are what Excel itself keeps: 0.1+0.2 is 0.3 here too, and long whole numbers are not 1.1e17. */
function numberText(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  return String(Number(value.toPrecision(15)));
}

function dateText(at: Date): string {
  const ms = at.getTime();
  if (Number.isNaN(ms)) return '';
  // A minute's worth of seconds may be lost in Excel's fractions of a day.
  const text = new Date(Math.round(ms / 1000) * 1000).toISOString();
  const time = text.slice(17, 19) === '00' ? text.slice(11, 16) : text.slice(11, 19);
  if (ms >= DAY_ZERO && ms < DAY_ZERO + DAY_MS) return time;
  return time === '00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${time}`;
}
