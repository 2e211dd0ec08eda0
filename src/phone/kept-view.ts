import { storage } from './storage';

interface Kept {
  readonly contract: string;
  readonly view: unknown;
}

/**
 * Views of earlier visits, shown while the new ones come. A view that was kept under another contract may lack
 * what the pages read today: it is as good as none.
 */
export const keptView = {
  read<View>(key: string): View | null {
    const kept = storage.read(key) as Kept | null;
    return kept?.contract === CONTRACT_STAMP ? (kept.view as View) : null;
  },
  write(key: string, view: unknown): void {
    storage.write(key, { contract: CONTRACT_STAMP, view } satisfies Kept);
  },
};
