import { correctionDeadline, refuseCorrection } from '@domain/attendance/correction-limits';
import type { CorrectionLimits, CorrectionQuestion } from '@domain/attendance/correction-limits';
import { lockedDays, nextLock } from '@domain/attendance/sheet-lock';
import { d } from '../schedule/company';

const LIMITS: CorrectionLimits = {
  perMonth: 3,
  daysBack: 10,
  deadlineDay: 5,
  kinds: ['missing-in', 'missing-out', 'absent'],
};

const question = (more: Partial<CorrectionQuestion> = {}): CorrectionQuestion => ({
  kind: 'missing-out',
  date: d('2026-03-30'),
  today: d('2026-04-05'),
  used: 2,
  locked: false,
  ...more,
});

describe('a correction', () => {
  test('is taken on the last day of the deadline, and the third of three', () => {
    expect(refuseCorrection(LIMITS, question())).toBeNull();
  });

  test.each<[string, Partial<CorrectionQuestion>, unknown]>([
    [
      'the day after the deadline',
      { today: d('2026-04-06') },
      { code: 'correction.month-closed', facts: { month: '2026-03', deadline: '2026-04-05' } },
    ],
    ['the fourth of three', { used: 3 }, { code: 'correction.limit-reached', facts: { used: 3, limit: 3 } }],
    [
      'too many days back',
      { date: d('2026-03-25') },
      { code: 'correction.too-many-days-back', facts: { days: 11, limit: 10 } },
    ],
    [
      'a kind that is not allowed',
      { kind: 'late' },
      { code: 'correction.kind-not-allowed', facts: { kind: 'late' } },
    ],
    [
      'a day that is still to come',
      { date: d('2026-04-06') },
      { code: 'correction.future-day', facts: { date: '2026-04-06' } },
    ],
    ['a locked month', { locked: true }, { code: 'correction.locked', facts: { date: '2026-03-30' } }],
  ])('is refused: %s', (_, more, refusal) => {
    expect(refuseCorrection(LIMITS, question(more))).toEqual(refusal);
  });

  test('without limits is always taken', () => {
    const none: CorrectionLimits = { ...LIMITS, perMonth: null, daysBack: null, deadlineDay: null };
    expect(refuseCorrection(none, question({ date: d('2025-01-01'), used: 99 }))).toBeNull();
  });

  test('of December closes in January', () => {
    expect(correctionDeadline(LIMITS, d('2026-12-31'))).toBe('2027-01-05');
  });
});

describe('a month’s lock', () => {
  test('begins, can begin again after a crash, and finishes', () => {
    expect(nextLock('open', { command: 'begin' })).toEqual({ ok: true, value: 'locking' });
    expect(nextLock('locking', { command: 'begin' })).toEqual({ ok: true, value: 'locking' });
    expect(nextLock('locking', { command: 'finish' })).toEqual({ ok: true, value: 'locked' });
    expect(nextLock('locked', { command: 'finish' })).toEqual({ ok: true, value: 'locked' });
    expect(nextLock('open', { command: 'finish' }).ok).toBe(false);
  });

  test('opens again only for a reason', () => {
    expect(nextLock('locked', { command: 'reopen', reason: ' ' }).ok).toBe(false);
    expect(nextLock('locked', { command: 'reopen', reason: '漏算加班' })).toEqual({
      ok: true,
      value: 'open',
    });
  });

  test('names the days a request may not touch, those about to be locked among them', () => {
    const stateOf = (month: string) => (month === '2026-03' ? 'locking' : 'open');
    expect(lockedDays([d('2026-03-31'), d('2026-04-01')], stateOf)).toEqual(['2026-03-31']);
  });
});
