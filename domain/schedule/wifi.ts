import type { PlaceWifi } from './place';
import { problem, type Problem } from './problem';

/** The access point that a phone says it is connected to. */
export interface Wifi {
  readonly bssid: string;
  readonly ssid: string;
}

const PARTS = 6;
/** What phones say when they may not tell: nobody's access point. */
const NOBODYS: readonly string[] = ['00:00:00:00:00:00', '02:00:00:00:00:00', 'ff:ff:ff:ff:ff:ff'];

/**
 * A BSSID in one writing, '0a:1b:2c:3d:4e:5f': iPhones leave out zeros ('a:1b:…'), people type capitals and '-'.
 * Null for what is none, and for what phones say when they may not tell.
 */
export function parseBssid(text: string): string | null {
  const parts = text.trim().toLowerCase().split(/[:-]/);
  if (parts.length !== PARTS || !parts.every((part) => /^[0-9a-f]{1,2}$/.test(part))) return null;
  const bssid = parts.map((part) => part.padStart(2, '0')).join(':');
  return NOBODYS.includes(bssid) ? null : bssid;
}

/** Whether the phone is connected to one of them. A name alone counts only where HR listed no access point with it. */
export const isAtWifi = (listed: readonly PlaceWifi[], { bssid, ssid }: Wifi): boolean =>
  listed.some((one) => (one.bssid === null ? one.ssid === ssid : one.bssid === bssid));

/** Every access point once, in the one writing, with a name that people find on their phones. */
export function validateWifi(listed: readonly PlaceWifi[]): Problem[] {
  const known = new Set<string>();
  return listed.flatMap(({ ssid, bssid }, at) => {
    const field = `wifi[${at}]`;
    if (ssid.trim() === '') return [problem(`${field}.ssid`, 'place.wifi-without-name')];
    if (bssid !== null && parseBssid(bssid) !== bssid)
      return [problem(`${field}.bssid`, 'place.wifi-bssid', { value: bssid })];
    const key = bssid ?? ssid;
    if (known.has(key)) return [problem(field, 'place.wifi-twice', { value: key })];
    known.add(key);
    return [];
  });
}
