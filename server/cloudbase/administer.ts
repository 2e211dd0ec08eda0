import tcb from '@cloudbase/node-sdk';
import type { Database, Ids } from '../ports';
import { createCollections } from './create-collections';
import { cloudbaseDatabase } from './database';
import { cryptoIds } from './ids';

/** What a setup command holds: the database as an administrator, and ids made with the deployment's key. */
export interface Administration {
  readonly database: Database;
  readonly ids: Ids;
  createCollections(): Promise<void>;
}

/** Speaks to the environment that the process's environment variables name, outside any function. */
export function administer(envId: string, invitationKey: string): Administration {
  const app = tcb.init({ env: envId });
  return {
    database: cloudbaseDatabase(app),
    ids: cryptoIds(invitationKey),
    createCollections: () => createCollections(app),
  };
}
