import { checkLeavingDates, datesFor, employerDeadlines } from '@domain/offboarding/leaving-dates';
import type { LeavingDates } from '@domain/offboarding/leaving-dates';
import { localDateOf } from '@domain/time/local-date';

const day = localDateOf;
const usual = datesFor(day('2026-10-22'), day('2026-11-21'));
const refusalOf = (changes: Partial<LeavingDates>) => {
  const answer = checkLeavingDates({ ...usual, ...changes });
  return answer.ok ? null : answer.refusal.facts;
};

it('the usual case is five dates on two days, access until 18:00', () => {
  expect(usual).toEqual({
    noticeArrived: '2026-10-22',
    lastWorkingDay: '2026-11-21',
    contractEnd: '2026-11-21',
    accessEnd: { date: '2026-11-21', minute: 1080 },
    payrollEnd: '2026-11-21',
  });
  expect(checkLeavingDates(usual)).toEqual({ ok: true, value: usual });
});

it('leave taken at the end moves the contract’s end and the wages, not the last working day', () => {
  const withLeave = { ...usual, contractEnd: day('2026-11-30'), payrollEnd: day('2026-11-30') };
  expect(checkLeavingDates(withLeave).ok).toBe(true);
});

it.each([
  ['lastWorkingDay', '2026-10-21', 'before the notice arrived'],
  ['contractEnd', '2026-11-20', 'before the last working day'],
  ['payrollEnd', '2026-11-20', 'before the contract ends'],
] as const)('%s on %s is refused: %s', (field, date, reason) => {
  expect(refusalOf({ [field]: day(date) })).toEqual({ field, reason });
});

it.each([-1, 1440, 90.5, Number.NaN])('access cannot end at minute %p of a day', (minute) => {
  expect(refusalOf({ accessEnd: { date: day('2026-11-21'), minute } })).toEqual({
    field: 'accessEnd',
    reason: 'no time of day',
  });
});

it('accounts are not frozen at the notice, and before the last day only by a decision with a name and a reason', () => {
  const early = { ...usual, accessEnd: { date: day('2026-11-01'), minute: 0 } };
  const refused = { refusal: { facts: { field: 'accessEnd', reason: 'early without a logged decision' } } };
  expect(checkLeavingDates(early)).toMatchObject(refused);
  expect(checkLeavingDates(early, { by: 'p-hr', reason: '  ' })).toMatchObject(refused);
  expect(checkLeavingDates(early, { by: 'p-hr', reason: '账号被盗用' }).ok).toBe(true);
  expect(refusalOf({ accessEnd: { date: day('2026-10-21'), minute: 0 } })?.reason).toBe(
    'before the notice arrived',
  );
});

it('wages and certificate are due when the contract ends, transfers within fifteen days', () => {
  expect(employerDeadlines({ ...usual, contractEnd: day('2026-11-30') })).toEqual({
    certificate: '2026-11-30',
    wages: '2026-11-30',
    insuranceTransfer: '2026-12-15',
    archiveTransfer: '2026-12-15',
  });
});
