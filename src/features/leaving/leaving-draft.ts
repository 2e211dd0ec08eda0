import type { LeavingPath } from '@/navigation/leaving-links';
import { newId } from '@/phone/new-id';
import { storage } from '@/phone/storage';

/** What the person has chosen and written so far: leaving the page, or a weak network, loses nothing. */
export interface LeavingDraft {
  /** Made with the draft: however often it is sent, it is one notice. */
  readonly commandId: string;
  /** null: as early as the law allows. */
  readonly wished: string | null;
  readonly remote: boolean;
  readonly reason: string;
  readonly proofConsent: boolean;
}

const key = (path: LeavingPath): string => `leaving-draft-${path}`;

export const leavingDraft = {
  read: (path: LeavingPath): LeavingDraft =>
    (storage.read(key(path)) as LeavingDraft | null) ?? {
      commandId: newId(),
      wished: null,
      remote: false,
      reason: '',
      proofConsent: false,
    },
  keep: (path: LeavingPath, draft: LeavingDraft): void => storage.write(key(path), draft),
  drop: (path: LeavingPath): void => storage.write(key(path), null),
};
