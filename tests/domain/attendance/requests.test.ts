import { freeBalance, freeze, giveBack, remeasure, spend, unfreeze } from '@domain/attendance/leave-balance';
import type { LeaveBalance } from '@domain/attendance/leave-balance';
import type { LeaveType } from '@domain/attendance/leave-type';
import { measureRequest } from '@domain/attendance/request-duration';
import type { RequestSpan } from '@domain/attendance/request-duration';
import { EMPTY_ROSTER, planDays } from '@domain/schedule/plan-day';
import { shiftOf as plainShift } from '../schedule/company';
import { SHANGHAI, bookOf, d, personOf, shiftOf } from '../schedule/company';
import { dayNumber } from '@domain/time/local-date';
import type { FixedShift } from '@domain/schedule/shift';

const type = (more: Partial<LeaveType> = {}): LeaveType => ({
  id: 'annual',
  name: '年假',
  unit: 'day',
  minimumUnits: 0,
  days: 'working',
  hasBalance: true,
  ...more,
});

const at = (date: string, minute: number) => SHANGHAI.instantAt(dayNumber(d(date)), minute);

const OFFICE = shiftOf({ rests: [{ from: 720, to: 780 }] });

function measured(span: RequestSpan, of: Partial<LeaveType> = {}, shift: FixedShift = OFFICE) {
  const plans = planDays(
    bookOf({ shifts: [shift] }),
    personOf(),
    EMPTY_ROSTER,
    d('2026-03-06'),
    d('2026-03-11'),
  );
  const { minutes, units } = measureRequest('leave', type(of), span, plans);
  return { minutes, units };
}

const days = (from: string, to: string, more: object = {}): RequestSpan => ({
  kind: 'days',
  from: d(from),
  to: d(to),
  ...more,
});
const time = (from: number, to: number): RequestSpan => ({
  kind: 'time',
  from: at('2026-03-09', from),
  to: at('2026-03-09', to),
});

describe('how long a request is', () => {
  test('working days leave the weekend out, natural days count it', () => {
    expect(measured(days('2026-03-06', '2026-03-10'))).toEqual({ minutes: 1440, units: 3 });
    expect(measured(days('2026-03-06', '2026-03-10'), { days: 'natural' })).toEqual({
      minutes: 1440,
      units: 5,
    });
  });

  test('half days: Friday afternoon to Monday noon is two halves', () => {
    const span = days('2026-03-06', '2026-03-09', { fromAfternoon: true, untilNoon: true });
    expect(measured(span, { unit: 'halfDay' })).toEqual({ minutes: 300 + 180, units: 2 });
    expect(measured(days('2026-03-09', '2026-03-09'), { unit: 'halfDay' }).units).toBe(2);
  });

  test('a type counted in days takes whole days', () => {
    expect(measured(days('2026-03-09', '2026-03-09', { untilNoon: true })).units).toBe(1);
  });

  test('hours are rounded up, and rests are not counted', () => {
    expect(measured(time(660, 840), { unit: 'hour' })).toEqual({ minutes: 120, units: 2 });
    expect(measured(time(660, 841), { unit: 'hour' })).toEqual({ minutes: 121, units: 3 });
  });

  test('minutes are minutes; the minimum holds; outside work nothing is covered', () => {
    expect(measured(time(540, 555), { unit: 'minute' })).toEqual({ minutes: 15, units: 15 });
    expect(measured(time(540, 555), { unit: 'minute', minimumUnits: 60 }).units).toBe(60);
    expect(measured(time(1100, 1200), { unit: 'minute', minimumUnits: 60 })).toEqual({
      minutes: 0,
      units: 0,
    });
  });

  test('a day without a rest divides where half of its work is done', () => {
    const noon = measured(
      days('2026-03-09', '2026-03-09', { untilNoon: true }),
      { unit: 'halfDay' },
      plainShift(),
    );
    expect(noon).toEqual({ minutes: 270, units: 1 });
  });
});

describe('a balance', () => {
  const start: LeaveBalance = { granted: 5, spent: 1, frozen: 0 };

  test('is frozen by a pending request, spent by approval, given back by withdrawal', () => {
    const frozen = freeze(start, 2);
    if (!frozen.ok) throw new Error('refused');
    expect(freeBalance(frozen.value)).toBe(2);
    expect(unfreeze(frozen.value, 2)).toEqual(start);
    const spent = spend(frozen.value, 2);
    expect(spent).toEqual({ granted: 5, spent: 3, frozen: 0 });
    expect(giveBack(spent, 2)).toEqual(start);
  });

  test('is refused when it is short, with both numbers', () => {
    expect(freeze(start, 5)).toEqual({
      ok: false,
      refusal: { code: 'leave.balance-short', facts: { free: 4, asked: 5 } },
    });
  });

  test('follows a request that is measured again, pending or approved', () => {
    expect(remeasure({ granted: 5, spent: 0, frozen: 2 }, 'pending', 2, 3)).toEqual({
      ok: true,
      value: { granted: 5, spent: 0, frozen: 3 },
    });
    expect(remeasure({ granted: 5, spent: 2, frozen: 0 }, 'approved', 2, 1)).toEqual({
      ok: true,
      value: { granted: 5, spent: 1, frozen: 0 },
    });
    expect(remeasure({ granted: 2, spent: 2, frozen: 0 }, 'approved', 2, 3).ok).toBe(false);
  });
});
