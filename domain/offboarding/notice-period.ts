import { ok, refuse } from '../result';
import type { Refusal, Result } from '../result';
import { addDays, daysBetween, parseLocalDate } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import * as say from './notice-sentences';
import type { Sentence } from './notice-sentences';

/** What the employee chose. `urgent` is a wish to leave before the notice period is over. */
export type LeavingPath = 'notice' | 'probation' | 'agreement' | 'urgent';

export interface LeavingFacts {
  readonly path: LeavingPath;
  /** The day on which the notice reaches the employer, in the employer's zone. */
  readonly arrivedOn: LocalDate;
  /** Last day of probation; null when there is none. */
  readonly probationEnd: LocalDate | null;
  /** Last day of a fixed term; null when the contract has no end. */
  readonly termEnd: LocalDate | null;
  /** The last day that the employee would like; null: none yet. */
  readonly wished: string | null;
}

/** What the law makes of it. */
export interface NoticePeriod {
  /** How the case goes on: a notice that nobody can refuse, or an agreement that both must sign. */
  readonly route: 'notice' | 'probation' | 'agreement';
  /** Days of notice; 0 by agreement. The day of arrival does not count. */
  readonly days: 0 | 3 | 30;
  /** The first day that can be the last day of work without the employer's consent; by agreement, the day itself. */
  readonly earliest: LocalDate;
  readonly lastDay: LocalDate;
  /** How many days the wish is shorter than the law allows without consent; 0 when it is not. */
  readonly shortBy: number;
  /** For the employee, in the order to be read. */
  readonly sentences: readonly Sentence[];
}

export type NoticeRefusal =
  | Refusal<'leaving.date-invalid', { readonly wished: string }>
  | Refusal<'leaving.date-past', { readonly wished: LocalDate; readonly arrivedOn: LocalDate }>;

/** 劳动合同法 art. 37. */
const NOTICE_DAYS = 30;
const PROBATION_DAYS = 3;

/**
 * The earliest lawful last day, and where a wish leads (the leaving rules §1). A shorter wish is not refused: it
 * becomes a question to the employer. The day of arrival does not count: arrived on 22 October, day 30 is
 * 21 November. A fixed term that ends sooner ends the employment by itself.
 */
export function noticePeriod(facts: LeavingFacts): Result<NoticePeriod, NoticeRefusal> {
  const { path, arrivedOn, probationEnd, termEnd } = facts;
  const wished = facts.wished === null ? null : parseLocalDate(facts.wished);
  if (facts.wished !== null && wished === null)
    return refuse('leaving.date-invalid', { wished: facts.wished });
  if (wished !== null && wished < arrivedOn) return refuse('leaving.date-past', { wished, arrivedOn });

  const inProbation = probationEnd !== null && arrivedOn <= probationEnd;
  const days = inProbation ? PROBATION_DAYS : NOTICE_DAYS;
  const noticeEnd = addDays(arrivedOn, days);
  const endsByItself = termEnd !== null && termEnd >= arrivedOn && termEnd < noticeEnd;
  const free = endsByItself ? termEnd : noticeEnd;

  const about: Sentence[] = [
    ...(path === 'probation' && !inProbation ? [say.probationIsOver(probationEnd)] : []),
    inProbation ? say.probationNotice(arrivedOn, noticeEnd) : say.thirtyDays(arrivedOn, noticeEnd),
    ...(path === 'notice' && inProbation ? [say.threeDaysSuffice(probationEnd)] : []),
    ...(endsByItself ? [say.termEndsSooner(termEnd)] : []),
  ];

  const lastDay = wished ?? (path === 'urgent' ? arrivedOn : free);
  const shortBy = Math.max(0, daysBetween(lastDay, free));
  if (path === 'agreement' || shortBy > 0)
    return ok({
      route: 'agreement',
      days: 0,
      earliest: arrivedOn,
      lastDay,
      shortBy,
      sentences: [
        ...about,
        ...(shortBy > 0 ? [say.shorterNeedsConsent(lastDay, shortBy)] : []),
        say.anyDayByAgreement(),
        ...(path === 'urgent' ? [say.employerAtFault()] : []),
      ],
    });
  return ok({
    route: inProbation ? 'probation' : 'notice',
    days,
    earliest: free,
    lastDay,
    shortBy,
    sentences: [
      ...about,
      say.takesEffectByItself(lastDay),
      ...(termEnd !== null && termEnd >= arrivedOn && lastDay > termEnd ? [say.beyondTheTerm(termEnd)] : []),
    ],
  });
}
