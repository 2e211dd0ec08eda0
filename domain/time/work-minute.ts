declare const workMinute: unique symbol;

/**
 * Whole minutes from the duty date's local midnight, 0..2879: a night shift 22:00–06:00 is [1320, 1800),
 * so comparing two of them needs no date.
 */
export type WorkMinute = number & { readonly [workMinute]: true };

export const LAST_WORK_MINUTE = 2879;

/** Brands a minute of the duty day. Throws outside 0..2879: parse input before it gets here. */
export function workMinuteOf(minute: number): WorkMinute {
  if (!Number.isInteger(minute) || minute < 0 || minute > LAST_WORK_MINUTE)
    throw new Error(`not a work minute: ${minute}`);
  return minute as WorkMinute;
}

/** '09:30', or '次日06:00' past midnight. */
export function clockText(minute: number): string {
  const day = minute >= 1440 ? '次日' : minute < 0 ? '前日' : '';
  const ofDay = ((minute % 1440) + 1440) % 1440;
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${day}${pad(Math.floor(ofDay / 60))}:${pad(ofDay % 60)}`;
}
