import { type CheckpointReason, makeCheckpoint, type PublicKey } from '@domain/evidence/checkpoint';
import type { Database } from '../ports';
import { chainHeadOf, chains, genesisOf, type StoredHead } from '../repositories/chains';
import type { Keeper } from './keeper';

/** Signs where the chain stands. A head that has a checkpoint gets no second one. */
export async function signCheckpoint(
  keeper: Keeper,
  head: StoredHead,
  reason: CheckpointReason,
): Promise<void> {
  const { ports, chainKey } = keeper;
  await publishKey(keeper);
  const { keyId, sign } = chainKey;
  const at = ports.clock.now();
  const checkpoint = makeCheckpoint(genesisOf(head), chainHeadOf(head), at, reason, keyId, sign);
  await chains.addCheckpoint(ports.database, checkpoint);
  await chains.covered(ports.database, head._id, head.count);
}

const published = new WeakMap<Database, string>();

/** The public half goes to the database at the first signature; whatever key signed before ends then. */
export async function publishKey({ ports, chainKey }: Keeper): Promise<void> {
  const { database, clock } = ports;
  const { keyId, publicKey } = chainKey;
  if (published.get(database) === keyId) return;
  const now = clock.now();
  const key: PublicKey = { keyId, algorithm: 'ed25519', publicKey, from: now, until: null };
  if (await chains.addKey(database, key))
    for (const other of await chains.keys(database))
      if (other.keyId !== keyId && other.until === null) await chains.endKey(database, other.keyId, now);
  published.set(database, keyId);
}
