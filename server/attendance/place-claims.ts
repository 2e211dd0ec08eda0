import type { PlaceClaim } from '@domain/attendance/check-place';
import type { DutyPlan } from '@domain/schedule/day-outline';
import type { Place } from '@domain/schedule/place';
import type { RuleBook } from '@domain/schedule/rule-book';
import { isAtWifi, type Wifi } from '@domain/schedule/wifi';
import { getDistance } from 'geolib';

/** A position that a phone claims, GCJ-02. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracyMeters: number;
}

/** What a phone says for its place. */
export interface Proof {
  readonly position: Position | null;
  readonly wifi?: Wifi | null | undefined;
}

/** The places of the day's rule; a day without a rule has none. */
export function placesOf(book: RuleBook, plan: DutyPlan): readonly Place[] {
  return (plan.rule?.rule.placeIds ?? []).flatMap((id) => book.places.get(id) ?? []);
}

/** How far each place is, in whole metres; null where no position was given. */
export function measureClaims(
  places: readonly Place[],
  position: Position | null,
  wifi: Wifi | null,
): readonly PlaceClaim[] {
  return places.map((place) => ({
    placeId: place.id,
    name: place.name,
    radiusMeters: place.radiusMeters,
    distanceMeters: position && getDistance(position, place),
    ...wifiClaim(place, wifi),
  }));
}

function wifiClaim({ wifi = [], wifiProof = 'instead' }: Place, at: Wifi | null): Pick<PlaceClaim, 'wifi'> {
  if (wifi.length === 0) return {};
  const names = [...new Set(wifi.map(({ ssid }) => ssid))];
  return { wifi: { proof: wifiProof, connected: at !== null && isAtWifi(wifi, at), names } };
}
