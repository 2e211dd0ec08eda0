import type { HandoverContent } from '@domain/offboarding/handover-content';
import { storage } from '@/phone/storage';

/** What the employee has written and not handed in yet: kept at every letter, so that nothing that happens loses it. */
export interface HandoverDraft {
  /** Of handing it in: however often it is sent, it is one version. */
  readonly commandId: string;
  /** The version it goes on from; 0 before the first. */
  readonly from: number;
  readonly content: HandoverContent;
}

const key = (caseId: string): string => `handover-draft-${caseId}`;

export const handoverDraft = {
  read: (caseId: string): HandoverDraft | null => storage.read(key(caseId)) as HandoverDraft | null,
  keep: (caseId: string, draft: HandoverDraft): void => storage.write(key(caseId), draft),
  drop: (caseId: string): void => storage.write(key(caseId), null),
};

const wordsKey = (caseId: string, item: string): string => `handover-words-${caseId}-${item}`;

/** A comment that is being written. */
export const handoverWords = {
  read: (caseId: string, item: string): string => String(storage.read(wordsKey(caseId, item)) ?? ''),
  keep: (caseId: string, item: string, text: string): void => storage.write(wordsKey(caseId, item), text),
  drop: (caseId: string, item: string): void => storage.write(wordsKey(caseId, item), null),
};
