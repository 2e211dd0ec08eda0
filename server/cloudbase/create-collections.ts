import type { CloudBase } from '@cloudbase/node-sdk';
import { COLLECTIONS } from '../repositories/collections';

/** Creates what is missing; what is there stays. CloudBase makes no collection by itself. */
export async function createCollections(app: CloudBase): Promise<void> {
  for (const name of Object.keys(COLLECTIONS)) {
    const answer = (await app
      .database()
      .createCollection(name)
      .catch((error: unknown) => error)) as {
      code?: string;
      message?: string;
    };
    const exists = /exist/i.test(`${answer.code ?? ''} ${answer.message ?? ''}`);
    if (answer.code && !exists) throw new Error(`${name}: ${answer.message ?? answer.code}`);
  }
}
