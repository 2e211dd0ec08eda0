import type { Digest } from '@domain/evidence/digest';

/** '0123abcd 4567ef01 …': eight digits a group, for eyes that compare; whoever types it may leave the spaces out. */
export const digestText = (digest: Digest): string => digest.replace(/(.{8})(?=.)/g, '$1 ');

/** The same on two lines of four groups. */
export const digestLines = (digest: Digest): string =>
  `${digestText(digest.slice(0, 32))}\n${digestText(digest.slice(32))}`;
