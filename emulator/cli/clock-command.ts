import { CLOUD_OFFSET_MS } from '../clock/cron';
import { findRunningCloud } from './running-cloud';

const UNITS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };

/** `clock now | +3d | 2026-12-01T09:00`: moves the clock of a running cloud, or only tells it. */
export async function clockCommand(dataDir: string, [to = 'now']: readonly string[]): Promise<string> {
  const move = to === 'now' ? undefined : readMove(to);
  const cloud = await findRunningCloud(dataDir);
  if (!cloud) throw new Error(`no local cloud is running over ${dataDir}; start it first`);
  const { now } = await cloud.ask('/control/clock', move);
  return `the cloud's clock: ${new Date(Number(now) + CLOUD_OFFSET_MS).toISOString().slice(0, 19)} (UTC+8)`;
}

/** @throws Error for what is neither a span nor an instant */
function readMove(to: string): object {
  const span = /^\+(\d+)([dhms])$/.exec(to);
  if (span) return { advanceMs: Number(span[1]) * (UNITS[span[2] ?? ''] ?? NaN) };
  const instant = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2})?)?$/.exec(to);
  const milliseconds = instant ? Date.parse(`${instant[1]}${instant[2] ?? 'T00:00'}+08:00`) : NaN;
  if (Number.isNaN(milliseconds))
    throw new Error(`"${to}" is neither now, nor a span like +3d, nor an instant like 2026-12-01T09:00`);
  return { to: milliseconds };
}
