import type { TodayView } from '@contract/contract';
import type { ButtonAnswer } from '@domain/attendance/accept-punch';
import type { Position } from './place-claims';
import { wirePunchRefusal } from './wire-punch-refusal';

/** Where the person stands, as far as punching goes: the same measurement that the button used. */
export function whereabouts(
  { place, refusal }: ButtonAnswer,
  position: Position | null,
): TodayView['whereabouts'] {
  const accuracyMeters = position && Math.round(position.accuracyMeters);
  const none = {
    placeName: null,
    distanceMeters: null,
    radiusMeters: null,
    missingMeters: null,
    accuracyMeters,
  };
  if (place !== null) {
    const { name, distanceMeters, radiusMeters, wifi } = place;
    // Connected is proof enough: what the position says beside it would only confuse.
    if (wifi?.proof === 'instead' && wifi.connected)
      return { ...none, state: 'inside', placeName: `${name}（已连 Wi-Fi）` };
    return { ...none, state: 'inside', placeName: name, distanceMeters, radiusMeters };
  }
  switch (refusal?.code) {
    case 'punch.outside-fence': {
      const { facts } = wirePunchRefusal(refusal) as { facts: { missingMeters: number } };
      const { placeName, distanceM, radiusM } = refusal.facts;
      return {
        ...none,
        state: 'outside',
        placeName,
        distanceMeters: distanceM,
        radiusMeters: radiusM,
        ...facts,
      };
    }
    case 'punch.accuracy-worse-than-radius':
      return {
        ...none,
        state: 'inaccurate',
        placeName: refusal.facts.placeName,
        radiusMeters: refusal.facts.radiusM,
      };
    case 'punch.location-required':
      return {
        ...none,
        state: 'unknown',
        placeName: refusal.facts.placeName,
        radiusMeters: refusal.facts.radiusM,
      };
    default:
      return { ...none, state: 'anywhere' };
  }
}
