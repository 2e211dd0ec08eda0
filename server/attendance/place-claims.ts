import type { PlaceClaim } from '@domain/attendance/check-place';
import type { DutyPlan } from '@domain/schedule/day-outline';
import type { Place } from '@domain/schedule/place';
import { placesFor } from '@domain/schedule/places-for';
import type { RuleBook } from '@domain/schedule/rule-book';
import { isAtWifi, type Wifi } from '@domain/schedule/wifi';
import { getDistance } from 'geolib';
import { personOf } from '../organisation';
import type { PlannedPerson } from '../repositories/employments';

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

/**
 * The places of the day's rule, and with 主身份共享兼职身份考勤地点 those of the concurrent posts' rules; a day without a
 * rule has none.
 */
export function placesOn(book: RuleBook, employment: PlannedPerson, plan: DutyPlan): readonly Place[] {
  if (plan.rule?.settings.sharePlaces === true) return placesFor(book, personOf(employment), plan.date);
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
