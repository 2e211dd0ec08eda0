import type { PunchRefusal } from '@domain/attendance/accept-punch';
import type { RefusalOf } from '../use-case';

export type WirePunchRefusal = RefusalOf<
  | 'punch.outside-fence'
  | 'punch.position-needed'
  | 'punch.inaccurate'
  | 'punch.wifi-needed'
  | 'punch.unscheduled'
  | 'punch.choose-shift'
  | 'punch.not-employed'
  | 'punch.too-many'
>;

/** The domain's "no" as the contract says it: the same facts, with the one number that helps a person on foot. */
export function wirePunchRefusal(refusal: PunchRefusal): WirePunchRefusal {
  switch (refusal.code) {
    case 'punch.outside-fence': {
      const { placeName, distanceM, radiusM } = refusal.facts;
      const missingMeters = Math.max(1, Math.ceil(distanceM - radiusM));
      return {
        code: refusal.code,
        facts: { placeName, distanceMeters: distanceM, radiusMeters: radiusM, missingMeters },
      };
    }
    case 'punch.accuracy-worse-than-radius': {
      const { accuracyM, radiusM } = refusal.facts;
      return {
        code: 'punch.inaccurate',
        facts: { accuracyMeters: Math.round(accuracyM), radiusMeters: radiusM },
      };
    }
    case 'punch.location-required':
      return { code: 'punch.position-needed', facts: {} };
    case 'punch.wifi-needed':
      return { code: refusal.code, facts: refusal.facts };
    case 'punch.too-many':
      return { code: refusal.code, facts: { limit: refusal.facts.limit } };
    case 'punch.unscheduled':
    case 'punch.choose-shift':
    case 'punch.not-employed':
      return { code: refusal.code, facts: { dutyDate: refusal.facts.date } };
  }
}
