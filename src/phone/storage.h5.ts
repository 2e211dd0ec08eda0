import { actingAs } from './acting-as.h5';
import type * as weapp from './storage';

const keyOf = (key: string) => `zhoudao:${actingAs()}:${key}`;

/** One browser holds the phones of several people: each has keys of its own. */
export const storage: typeof weapp.storage = {
  read(key) {
    const text = window.localStorage.getItem(keyOf(key));
    try {
      return text === null ? null : (JSON.parse(text) as unknown);
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      window.localStorage.setItem(keyOf(key), JSON.stringify(value));
    } catch {
      // No room, or a window that may keep nothing.
    }
  },
};
