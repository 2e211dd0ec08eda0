import type { NoticeRefusal } from '@domain/offboarding/notice-period';
import { refuse } from '@domain/result';
import { dateText } from '@domain/time/local-date';

/** The law's "no" to a date, with days in words. */
export function wireNoticeRefusal(refusal: NoticeRefusal) {
  return refusal.code === 'leaving.date-past'
    ? refuse('leaving.date-past', {
        wished: dateText(refusal.facts.wished),
        today: dateText(refusal.facts.arrivedOn),
      })
    : refuse('leaving.date-invalid', {});
}
