const SHANGHAI_MS = 8 * 3_600_000;

/**
 * The instant of a wall clock in Shanghai, whatever the machine's zone: '2026-03-09T08:00', '2026-03-09T08:00:59', or,
 * given the present, '08:00' of the same day. Epoch milliseconds.
 */
export function instantOfWallClock(wallClock: string, now?: number): number {
  const full = wallClock.includes('T') || now === undefined ? wallClock : `${shanghaiDate(now)}T${wallClock}`;
  const instant = Date.parse(`${full}+08:00`);
  if (Number.isNaN(instant)) throw new Error(`not a wall clock: ${wallClock}`);
  return instant;
}

const shanghaiDate = (now: number): string => new Date(now + SHANGHAI_MS).toISOString().slice(0, 10);
