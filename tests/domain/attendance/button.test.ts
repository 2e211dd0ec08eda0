import fc from 'fast-check';
import { buttonAt } from '@domain/attendance/accept-punch';
import type { ButtonAnswer, ButtonQuestion } from '@domain/attendance/accept-punch';
import { evaluateDay } from '@domain/attendance/evaluate-day';
import type { Punch } from '@domain/attendance/punch';
import { instantOfMinute, minuteOf } from '@domain/time/instant';
import type { InstantMinute } from '@domain/time/instant';
import { localDateOf } from '@domain/time/local-date';
import { plansOf } from './judge-days';
import { WILD_DAYS, setCompany, wildCompany } from './wild-company';
import type { SetCompany } from './wild-company';

const MONDAY = localDateOf('2026-03-02');

/** What the server would ask at a minute, knowing what was punched before. */
const questionAt = (set: SetCompany, minute: InstantMinute): ButtonQuestion => ({
  plans: plansOf(set),
  punches: set.punches.filter((punch) => punch.minute < minute),
  approvals: set.approvals,
  carryIn: null,
  now: instantOfMinute(minute),
  claims: [],
  accuracyMeters: null,
});

const said = ({ word, kind, dutyDate, segment, forecast }: ButtonAnswer): unknown => ({
  word,
  kind,
  dutyDate,
  segment,
  outcome: forecast && [forecast.outcome, forecast.minutes],
});

const moment = fc.tuple(fc.integer({ min: 1440, max: (WILD_DAYS - 2) * 1440 }), fc.nat());
const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York');

const minuteIn = (set: SetCompany, offset: number): InstantMinute =>
  ((plansOf(set)[0]?.outline.midnight ?? 0) + offset) as InstantMinute;

describe('the button', () => {
  test('says the same until nextChangeAt, if nobody presses it', () => {
    fc.assert(
      fc.property(wildCompany, zones, moment, (company, zone, [offset, later]) => {
        const set = setCompany(company, MONDAY, zone);
        const now = minuteIn(set, offset);
        const question = questionAt(set, now);
        const answer = buttonAt(question);
        const until = minuteOf(answer.nextChangeAt);
        expect(until).toBeGreaterThan(now);
        const then = (now + (later % (until - now))) as InstantMinute;
        expect(said(buttonAt({ ...question, now: instantOfMinute(then) }))).toEqual(said(answer));
      }),
      { numRuns: 300 },
    );
  });

  test('forecasts what the punch is judged as when it is made', () => {
    fc.assert(
      fc.property(wildCompany, zones, moment, (company, zone, [offset]) => {
        const set = setCompany(company, MONDAY, zone);
        const now = minuteIn(set, offset);
        const question = questionAt(set, now);
        const { plan, kind, segment, forecast } = buttonAt(question);
        if (forecast === null || kind === null || segment === null) return;
        const press: Punch = { id: 'press', minute: now, kind, source: 'button' };
        let carry = question.carryIn;
        for (const earlier of question.plans)
          if (earlier.day < plan.day)
            carry = evaluateDay(earlier, question.punches, question.approvals, carry).carryOut;
        const verdict = evaluateDay(plan, [...question.punches, press], question.approvals, carry, now);
        expect([forecast.dueIn, forecast.dueOut]).toEqual([verdict.dueIn, verdict.dueOut]);
        expect(forecast.findings).toEqual(
          verdict.findings.map((finding) =>
            finding.because.punch === 'press'
              ? { ...finding, because: { ...finding.because, punch: '' } }
              : finding,
          ),
        );
        if (forecast.outcome === 'late') expect(verdict.lateMinutes).toBeGreaterThan(0);
        if (forecast.outcome === 'early') expect(verdict.earlyMinutes).toBeGreaterThan(0);
        if (forecast.outcome === 'absent') expect(verdict.absentCount).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  test('a press is a card of the kind and segment it said', () => {
    fc.assert(
      fc.property(wildCompany, moment, (company, [offset]) => {
        const set = setCompany(company, MONDAY, 'Asia/Shanghai');
        const now = minuteIn(set, offset);
        const question = questionAt(set, now);
        const { plan, kind, segment, word } = buttonAt(question);
        if (kind === null || segment === null) return;
        const press: Punch = { id: 'press', minute: now, kind, source: 'button' };
        const { cards } = evaluateDay(plan, [...question.punches, press], [], null, now);
        const card = cards[2 * segment + (kind === 'out' ? 1 : 0)];
        expect(card).not.toBeNull();
        // An out counts as the last; a first in as the first.
        if (kind === 'out' || word === 'in') expect(cards).toContain(card);
      }),
      { numRuns: 300 },
    );
  });
});
