import type { Colleague } from '@contract/contract';
import { storage } from '@/phone/storage';

/** Whom this phone's owner has chosen lately, newest first: most tasks go to the same few people. */
const KEY = 'recent-colleagues';
const MOST = 6;

export const recentPicks = {
  read(): readonly Colleague[] {
    const kept = storage.read(KEY);
    return Array.isArray(kept) ? (kept as readonly Colleague[]) : [];
  },
  add(picked: Colleague): void {
    const others = recentPicks.read().filter(({ employmentId }) => employmentId !== picked.employmentId);
    storage.write(KEY, [picked, ...others].slice(0, MOST));
  },
};
