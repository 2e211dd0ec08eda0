import { isTooLarge, LARGEST_ATTACHMENT_MB, megabytesOf } from '@domain/approval/attachments';
import type { ChosenFile } from '@/phone/files';
import { refusalSentence } from './refusals';

/** Why these files are not sent at all, in the server's own words; null where each may go. */
export function tooLargeText(chosen: readonly ChosenFile[]): string | null {
  const large = chosen.filter(({ bytes = 0 }) => isTooLarge(bytes));
  if (large.length === 0) return null;
  return large.map(({ name, bytes = 0 }) => sentence(name, megabytesOf(bytes))).join('；');
}

const sentence = (name: string, megabytes: number): string =>
  refusalSentence({
    code: 'file.too-large',
    facts: { maxMegabytes: LARGEST_ATTACHMENT_MB, name, megabytes },
  }).text;

/** Those that may go. */
export const sendable = (chosen: readonly ChosenFile[]): readonly ChosenFile[] =>
  chosen.filter(({ bytes = 0 }) => !isTooLarge(bytes));
