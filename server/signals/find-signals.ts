import { type PressSeen, signalsIn, TRAVEL_WINDOW_MS } from '@domain/attendance/signals';
import { getDistance } from 'geolib';
import type { Ports } from '../ports';
import { employments } from '../repositories/employments';
import { type PunchFact, punches } from '../repositories/punches';
import { type SignalDocument, signals } from '../repositories/signals';

/** Whoever of HR looks, looks at days: half an hour is soon enough, and spares the reads. */
const EVERY_MS = 30 * 60_000;
/** A press may be written a little after its own time. */
const SETTLED_MS = 2 * 60_000;
/** After a long pause the rest comes with the next ticks. */
const MOST_AT_ONCE_MS = 12 * 3_600_000;
const IDS_A_READ = 500;
/** Long enough to ask people while they remember; then nobody needs it. */
const KEPT_MS = 90 * 24 * 3_600_000;
const REMOVED_AT_A_TIME = 100;

/**
 * Looks through the presses since the last time, with the hours before them, and keeps what stands out, each once: a
 * second timer finds the same under the same ids. Resolves to how many are new.
 */
export async function findSignals(ports: Ports): Promise<number> {
  const { database, clock } = ports;
  const now = clock.now();
  const cursor = await signals.cursor(database);
  if (cursor === null) {
    await signals.begin(database, now - SETTLED_MS);
    return 0;
  }
  if (now - cursor.through < EVERY_MS + SETTLED_MS) return 0;
  const through = Math.min(now - SETTLED_MS, cursor.through + MOST_AT_ONCE_MS);
  const facts = await punches.between(database, cursor.through - TRAVEL_WINDOW_MS, through);
  const found = signalsIn(facts.filter(isPress).map(pressOf), getDistance).filter(
    ({ at }) => at > cursor.through,
  );
  const branchOf = await branches(ports, [...new Set(found.flatMap(({ personIds }) => personIds))]);
  let fresh = 0;
  for (const signal of found) {
    const branchIds = [...new Set(signal.personIds.flatMap((id) => branchOf.get(id) ?? []))];
    const { id: _id, at, kind } = signal;
    const document: SignalDocument = { _id, at, kind, branchIds, signal };
    if (await signals.add(database, document)) fresh += 1;
  }
  await signals.moveOn(database, cursor, through);
  return fresh;
}

/** Signals of three months ago go. Resolves to how many went. */
export async function removeOldSignals({ database, clock }: Ports): Promise<number> {
  const old = await signals.olderThan(database, clock.now() - KEPT_MS, REMOVED_AT_A_TIME);
  for (const signal of old) await signals.remove(database, signal);
  return old.length;
}

/** A machine's row says nothing of a phone or a place; a press that waited on a phone was made elsewhere, earlier. */
const isPress = ({ source, claimedAt }: PunchFact): boolean => source !== 'import' && claimedAt === null;

const pressOf = ({ _id, employmentId, at, position, device }: PunchFact): PressSeen => ({
  id: _id,
  personId: employmentId,
  at,
  position,
  phoneId: device?.id ?? null,
});

async function branches({ database }: Ports, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let at = 0; at < ids.length; at += IDS_A_READ)
    for (const { _id, branchId } of await employments.ofIds(database, ids.slice(at, at + IDS_A_READ)))
      found.set(_id, branchId);
  return found;
}
