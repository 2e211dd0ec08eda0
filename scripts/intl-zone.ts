import { createZone } from '../domain/time/zone';
import type { Zone } from '../domain/time/zone';

const known = new Map<string, Zone | null>();

/** A zone of this machine's time-zone database, by its IANA name; null when there is none of that name. */
export function intlZone(name: string): Zone | null {
  const before = known.get(name);
  if (before !== undefined) return before;
  const zone = makeZone(name);
  known.set(name, zone);
  return zone;
}

function makeZone(name: string): Zone | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  return createZone(name, (epochMs) => {
    const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
    for (const { type, value } of format.formatToParts(epochMs)) part[type] = value;
    const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
    // Date.UTC takes years below 100 for the twentieth century; setUTCFullYear does not.
    const wall = new Date(0);
    wall.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
    wall.setUTCHours(Number(part.hour), Number(part.minute));
    return (wall.getTime() - Math.floor(epochMs / 60_000) * 60_000) / 60_000;
  });
}
