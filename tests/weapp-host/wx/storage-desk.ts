import type { Interfaces, Surroundings } from './surroundings';
import { WxFailure, type WxOptions } from './wx-call';

/** WeChat's limits: one value, and all values together. */
const MOST_BYTES_A_VALUE = 1024 * 1024;
const MOST_BYTES = 10 * 1024 * 1024;

/** What the mini-program keeps on the phone. Values are kept as JSON, so nothing is shared with the scripts. */
export function storageDesk({ phone, makeAsync }: Surroundings): Interfaces {
  const { storage } = phone;
  const read = (key: unknown): unknown => {
    const kept = storage.get(named(key));
    return kept === undefined ? '' : (JSON.parse(kept) as unknown);
  };
  const bytes = (): number => [...storage.values()].reduce((sum, kept) => sum + Buffer.byteLength(kept), 0);
  const write = (key: unknown, value: unknown): void => {
    const kept = JSON.stringify(value ?? '');
    if (Buffer.byteLength(kept) > MOST_BYTES_A_VALUE)
      throw new Error('setStorage:fail entry size limit reached');
    if (bytes() + Buffer.byteLength(kept) > MOST_BYTES) throw new Error('setStorage:fail exceed max size');
    storage.set(named(key), kept);
  };
  return {
    getStorageSync: read,
    setStorageSync: write,
    removeStorageSync: (key: unknown) => void storage.delete(named(key)),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => ({
      keys: [...storage.keys()],
      currentSize: Math.ceil(bytes() / 1024),
      limitSize: MOST_BYTES / 1024,
    }),
    getStorage: makeAsync('getStorage', ({ key }: WxOptions) => {
      if (!storage.has(named(key))) throw new WxFailure('data not found');
      return { data: read(key) };
    }),
    setStorage: makeAsync('setStorage', ({ key, data }: WxOptions) => void write(key, data) as undefined),
    removeStorage: makeAsync('removeStorage', ({ key }: WxOptions) => {
      storage.delete(named(key));
      return undefined;
    }),
  };
}

function named(key: unknown): string {
  if (typeof key !== 'string' || key === '') throw new Error('parameter error: the key must be text');
  return key;
}
