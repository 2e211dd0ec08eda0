import type { Instant } from '@domain/time/instant';
import type { Database } from '../ports';

const COLLECTION = 'cardChecks';

/** What is left of a comparison: not the picture, not what was read from it. */
export interface CardCheck {
  /** 'E001:idCard' */
  readonly _id: string;
  readonly employmentId: string;
  readonly card: 'idCard' | 'badge';
  readonly result: 'same' | 'different';
  readonly consentedAt: Instant;
}

export const cardChecks = {
  /** The last comparison stands. */
  async keep(database: Database, check: CardCheck): Promise<void> {
    const { _id, ...rest } = check;
    if (!(await database.add(COLLECTION, check)))
      await database.updateWhere(COLLECTION, _id, {}, { set: rest });
  },
};
