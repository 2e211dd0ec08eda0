import { ok, refuse } from '../result';
import type { Refusal, Result } from '../result';
import type { WifiProof } from '../schedule/place';

/** A place of the rule and how far the phone says it is. The server measures; null: no position was given. */
export interface PlaceClaim {
  readonly placeId: string;
  readonly name: string;
  readonly radiusMeters: number | null;
  readonly distanceMeters: number | null;
  /** What its Wi-Fi proves, and whether the phone is connected to it; absent: it has none. */
  readonly wifi?: WifiClaim;
}

export interface WifiClaim {
  readonly proof: WifiProof;
  readonly connected: boolean;
  /** What people see on their phones. */
  readonly names: readonly string[];
}

export type PlaceRefusal =
  | Refusal<'punch.location-required', { readonly placeName: string; readonly radiusM: number }>
  | Refusal<
      'punch.outside-fence',
      {
        readonly distanceM: number;
        readonly radiusM: number;
        readonly placeName: string;
        /** 外勤打卡 is offered. */
        readonly outsideAllowed: boolean;
      }
    >
  | Refusal<
      'punch.accuracy-worse-than-radius',
      { readonly accuracyM: number; readonly radiusM: number; readonly placeName: string }
    >
  | Refusal<'punch.wifi-needed', { readonly placeName: string; readonly names: readonly string[] }>;

/** The place that lets the punch pass; null where punching is allowed anywhere. */
export type PlaceCheck = Result<PlaceClaim | null, PlaceRefusal>;

/**
 * Whether somebody may punch here (docs/rules.md §18). No place, or any place without a radius: anywhere.
 * Otherwise inside any place's radius, bounds included, with a position at least as exact as that radius. Wi-Fi that
 * stands in for a position opens its place by itself; Wi-Fi that is wanted beside it closes the place without.
 */
export function checkPlace(
  claims: readonly PlaceClaim[],
  accuracyMeters: number | null,
  outsideAllowed: boolean,
): PlaceCheck {
  if (claims.length === 0 || claims.some((claim) => claim.radiusMeters === null && !lacksWifi(claim)))
    return ok(null);
  const connected = claims.find(({ wifi }) => wifi?.proof === 'instead' && wifi.connected);
  if (connected) return ok(connected);
  let unconnected: PlaceClaim | null = null;
  let nearest: { claim: PlaceClaim; beyond: number } | null = null;
  let vague: PlaceClaim | null = null;
  for (const claim of claims) {
    const radius = claim.radiusMeters ?? Infinity;
    if (claim.distanceMeters === null) {
      // Only its Wi-Fi is wanted: where it lies does not matter.
      if (claim.radiusMeters === null) unconnected ??= claim;
      continue;
    }
    const beyond = claim.distanceMeters - radius;
    if (beyond <= 0 && (accuracyMeters === null || accuracyMeters <= radius)) {
      if (!lacksWifi(claim)) return ok(claim);
      unconnected ??= claim;
      continue;
    }
    if (beyond <= 0 && (vague === null || radius > (vague.radiusMeters ?? 0))) vague = claim;
    if (nearest === null || beyond < nearest.beyond) nearest = { claim, beyond };
  }
  if (unconnected !== null)
    return refuse('punch.wifi-needed', {
      placeName: unconnected.name,
      names: unconnected.wifi?.names ?? [],
    });
  if (vague !== null)
    return refuse('punch.accuracy-worse-than-radius', {
      accuracyM: accuracyMeters ?? 0,
      radiusM: vague.radiusMeters ?? 0,
      placeName: vague.name,
    });
  if (nearest !== null)
    return refuse('punch.outside-fence', {
      distanceM: nearest.claim.distanceMeters ?? 0,
      radiusM: nearest.claim.radiusMeters ?? 0,
      placeName: nearest.claim.name,
      outsideAllowed,
    });
  const first = claims[0] as PlaceClaim;
  return refuse('punch.location-required', { placeName: first.name, radiusM: first.radiusMeters ?? 0 });
}

const lacksWifi = ({ wifi }: PlaceClaim): boolean => wifi?.proof === 'beside' && !wifi.connected;

/**
 * What is shown as the place of a punch: the place's own name when 有效识别半径内显示同一地址 is on and the punch
 * was inside a radius, else the detailed address, which may follow later.
 */
export const shownPlace = (
  inside: PlaceClaim | null,
  showPlaceName: boolean,
  address: string | null,
): string | null =>
  showPlaceName && inside !== null && inside.radiusMeters !== null ? inside.name : address;
