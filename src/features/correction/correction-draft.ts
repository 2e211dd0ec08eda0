import { storage } from '@/phone/storage';

/** What the person has written so far, by day: leaving the page, or a weak network, loses nothing. */
export interface CorrectionDraft {
  /** The request's id, made with the draft: however often it is sent, it is one request. */
  readonly commandId: string;
  readonly card: 'in' | 'out';
  readonly segment: number;
  readonly minute: number;
  readonly reason: string;
}

const key = (date: string): string => `correction-draft-${date}`;

export const correctionDraft = {
  read: (date: string): CorrectionDraft | null => storage.read(key(date)) as CorrectionDraft | null,
  keep: (date: string, draft: CorrectionDraft): void => storage.write(key(date), draft),
  drop: (date: string): void => storage.write(key(date), null),
};
