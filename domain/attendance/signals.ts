/**
 * Facts about punches that somebody of HR may want to look at: a vague position, a way that nobody can have travelled,
 * one phone in several hands. None of them judges anything: each has an innocent explanation, and no verdict reads them.
 */

/** One stored press, as far as the signals need it. */
export interface PressSeen {
  readonly id: string;
  readonly personId: string;
  /** Epoch ms. */
  readonly at: number;
  readonly position: SeenPosition | null;
  /** The random id that the phone keeps; null: unknown. */
  readonly phoneId: string | null;
}

/** GCJ-02 degrees; the phone's own accuracy in metres. */
export interface SeenPosition {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracyMeters: number;
}

export type Signal =
  | {
      readonly kind: 'vague-position';
      readonly id: string;
      readonly at: number;
      readonly personIds: readonly string[];
      readonly accuracyMeters: number;
    }
  | {
      readonly kind: 'fast-move';
      readonly id: string;
      readonly at: number;
      readonly personIds: readonly string[];
      /** Since when, and how far at the very least: both accuracies are taken off. */
      readonly since: number;
      readonly meters: number;
      readonly kilometersPerHour: number;
    }
  | {
      readonly kind: 'shared-phone';
      readonly id: string;
      readonly at: number;
      /** In the order of their presses. */
      readonly personIds: readonly string[];
      readonly since: number;
    };

/** A position that could be anywhere in a quarter of the town. */
export const VAGUE_METERS = 500;
/** Below this a jump of the phone's own positioning looks like a journey. */
const LEAST_METERS = 5_000;
/** Trains, and beyond a day's train ride planes: what is faster nobody travels. */
const NEAR_METERS = 300_000;
const FASTEST_KMH = { near: 350, far: 1_000 } as const;
/** The longest way that is looked at: a flight across the country. */
export const TRAVEL_WINDOW_MS = 6 * 3_600_000;
/** Two people at one phone within this. */
export const SHARED_WITHIN_MS = 10 * 60_000;

/**
 * Every signal of these presses, in the order of time. The same presses always give the same signals under the same
 * ids, however they are cut into overlapping parts: an id names the press that completes the signal.
 *
 * @param presses in any order
 * @param metersBetween distance on the ground
 */
export function signalsIn(
  presses: readonly PressSeen[],
  metersBetween: (a: SeenPosition, b: SeenPosition) => number,
): readonly Signal[] {
  const inOrder = [...presses].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return [
    ...inOrder.flatMap(vagueSignal),
    ...groups(inOrder, ({ personId }) => personId).flatMap((own) => moveSignals(own, metersBetween)),
    ...groups(inOrder, ({ phoneId }) => phoneId).flatMap(sharedSignals),
  ].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

function vagueSignal({ id, at, personId, position }: PressSeen): readonly Signal[] {
  if (position === null || position.accuracyMeters <= VAGUE_METERS) return [];
  const accuracyMeters = Math.round(position.accuracyMeters);
  return [{ kind: 'vague-position', id: `vague:${id}`, at, personIds: [personId], accuracyMeters }];
}

/** Between a person's presses, each with the one before it that has a position. */
function moveSignals(
  own: readonly PressSeen[],
  metersBetween: (a: SeenPosition, b: SeenPosition) => number,
): readonly Signal[] {
  const found: Signal[] = [];
  let before: (PressSeen & { readonly position: SeenPosition }) | null = null;
  for (const press of own) {
    const { position } = press;
    if (position === null) continue;
    const here = { ...press, position };
    if (before !== null && press.at - before.at <= TRAVEL_WINDOW_MS) {
      const apart = metersBetween(before.position, position);
      const meters = Math.floor(apart - before.position.accuracyMeters - position.accuracyMeters);
      const hours = Math.max(press.at - before.at, 1_000) / 3_600_000;
      const speed = meters / 1000 / hours;
      const fastest = meters <= NEAR_METERS ? FASTEST_KMH.near : FASTEST_KMH.far;
      if (meters >= LEAST_METERS && speed > fastest)
        found.push({
          kind: 'fast-move',
          id: `move:${press.id}`,
          at: press.at,
          personIds: [press.personId],
          since: before.at,
          meters,
          kilometersPerHour: Math.round(speed),
        });
    }
    before = here;
  }
  return found;
}

/** A press by another than the last one at this phone; the presses of one person in between change nothing. */
function sharedSignals(atPhone: readonly PressSeen[]): readonly Signal[] {
  const found: Signal[] = [];
  atPhone.forEach((press, at) => {
    const before = atPhone[at - 1];
    if (before === undefined || before.personId === press.personId) return;
    if (press.at - before.at > SHARED_WITHIN_MS) return;
    found.push({
      kind: 'shared-phone',
      id: `phone:${press.id}`,
      at: press.at,
      personIds: [before.personId, press.personId],
      since: before.at,
    });
  });
  return found;
}

function groups(
  presses: readonly PressSeen[],
  keyOf: (press: PressSeen) => string | null,
): readonly (readonly PressSeen[])[] {
  const byKey = new Map<string, PressSeen[]>();
  for (const press of presses) {
    const key = keyOf(press);
    if (key === null) continue;
    const had = byKey.get(key);
    if (had) had.push(press);
    else byKey.set(key, [press]);
  }
  return [...byKey.values()];
}
