import type { Instant } from '@domain/time/instant';
import type { Database, Document } from '../ports';

const COLLECTION = 'documentOpenings';

interface Opening extends Document {
  readonly documentId: string;
  /** The employment. */
  readonly by: string;
  readonly at: Instant;
}

/** Who was given the address of which paper, and when. */
export const documentOpenings = {
  add: (database: Database, opening: Opening): Promise<boolean> => database.add(COLLECTION, opening),
};
