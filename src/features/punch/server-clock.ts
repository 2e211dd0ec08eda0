import { storage } from '@/phone/storage';

const KEY = 'server-clock';

const kept = storage.read(KEY);

/** How far the server's clock is ahead of the phone's, in milliseconds. A wrong phone clock changes nothing. */
let aheadMs = typeof kept === 'number' ? kept : 0;

/** The server's clock, as far as the phone knows it: epoch ms. For showing and for claims, never for judging. */
export const serverNow = (): number => Date.now() + aheadMs;

/** Learns from an answer that was asked for at `askedAt` by the phone's clock: it was written about half-way. */
export function learnServerClock(serverInstant: number, askedAt: number): void {
  const receivedAt = Date.now();
  aheadMs = Math.round(serverInstant - (askedAt + receivedAt) / 2);
  storage.write(KEY, aheadMs);
}
