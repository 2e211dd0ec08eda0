import { newId } from './new-id';
import { storage } from './storage';

const KEY = 'phone-id';

/** A random id that this phone keeps; it says nothing about the phone, and clearing WeChat's storage makes another. */
export function phoneId(): string {
  const kept = storage.read(KEY);
  if (typeof kept === 'string') return kept;
  const made = newId();
  storage.write(KEY, made);
  return made;
}
