import { releaseFrom } from '../files/release-file';
import type { Ports } from '../ports';
import { cases } from '../repositories/cases';
import { leavingProofs } from '../repositories/leaving-proofs';

const AT_A_TIME = 200;

/** Proofs go when their case is closed, as was promised when they were asked for. Resolves to how many cases. */
export async function purgeProofs(ports: Ports): Promise<number> {
  const { database, clock } = ports;
  let purged = 0;
  for (const kept of await leavingProofs.kept(database, AT_A_TIME)) {
    const stored = await cases.read(database, kept._id);
    if (stored?.status === 'running') continue;
    for (const digest of kept.photos) await releaseFrom(ports, kept._id, digest);
    await leavingProofs.purge(database, kept, clock.now());
    purged += 1;
  }
  return purged;
}
