import type { DeskView } from '@contract/contract';
import { ask } from '@/cloud/ask';
import { storage } from '@/phone/storage';
import { createOutbox, type OutboxContent } from './outbox';
import { learnServerClock, serverNow } from './server-clock';

const KEY = 'punches';

const isContent = (kept: unknown): kept is OutboxContent =>
  typeof kept === 'object' &&
  kept !== null &&
  'waiting' in kept &&
  Array.isArray(kept.waiting) &&
  'answered' in kept &&
  Array.isArray(kept.answered);

const listeners = new Set<(desk: DeskView) => void>();

/** Calls back with the day as it is after each accepted punch; returns how to stop. */
export function onPunchAccepted(listener: (desk: DeskView) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The punches of this phone. One for the whole mini-program: two pages never send one punch twice. */
export const punchOutbox = createOutbox({
  store: {
    read() {
      const kept = storage.read(KEY);
      return isContent(kept) ? kept : null;
    },
    write: (content) => storage.write(KEY, content),
  },
  send: async (input) => {
    const askedAt = Date.now();
    const outcome = await ask('punch.clock', input);
    if (outcome.kind === 'done') learnServerClock(outcome.value.today.now, askedAt);
    return outcome;
  },
  heard: ({ today }) => listeners.forEach((listener) => listener(today)),
  now: serverNow,
});
