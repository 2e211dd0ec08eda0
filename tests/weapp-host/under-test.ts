import path from 'node:path';
import { inRoot } from '../../scripts/root';

/** Names the folder with the copies that jest's setup made. */
export const COPIES = 'WEAPP_UNDER_TEST';

/** A built part: the copy that nobody rebuilds under a running test, or dist/ itself for scripts. */
export const underTest = (part: 'weapp' | 'cloudfunctions'): string => {
  const copies = process.env[COPIES];
  return copies === undefined ? inRoot('dist', part) : path.join(copies, part);
};
