import { EMPTY_ROSTER } from '@domain/schedule/plan-day';
import type { PersonRoster } from '@domain/schedule/plan-day';
import { daysTouchedBy, refuseRosterEdit } from '@domain/schedule/roster-edit';
import type { RosterEdit } from '@domain/schedule/roster-edit';
import type { ScopeEntry } from '@domain/schedule/scope';
import type { CompanySettings } from '@domain/schedule/settings';
import { bookOf, d, personOf, ruleOf, shiftOf } from './company';

const NIGHT = shiftOf({ id: 'night', name: '夜班' }, { in: 1320, out: 1860 });
const EARLY = shiftOf({ id: 'early', name: '早班' }, { in: 360, out: 840 });

interface Surroundings {
  readonly scope?: readonly ScopeEntry[];
  readonly settings?: Partial<CompanySettings>;
  readonly planned?: PersonRoster['planned'];
  readonly locked?: readonly string[];
}

function refusalOf(edit: RosterEdit, { scope, settings, planned, locked }: Surroundings = {}): unknown {
  const rule = ruleOf({
    timetable: { system: 'roster', shiftIds: ['day', 'night', 'early'] },
    ...(scope && { scope }),
    ...(settings && { settings }),
  });
  const book = bookOf({ rules: [rule], shifts: [shiftOf(), NIGHT, EARLY] });
  return refuseRosterEdit(
    {
      book,
      person: personOf(),
      roster: { ...EMPTY_ROSTER, planned: planned ?? new Map() },
      today: d('2026-03-09'),
      lockedMonths: new Set(locked),
    },
    edit,
  );
}

const edit = (date: string, shiftId: string | null | undefined = 'day'): RosterEdit => ({
  date: d(date),
  shiftId,
});

test('a day after today may be planned, as work or as rest, and cleared again', () => {
  for (const shiftId of ['day', null, undefined])
    expect(refusalOf({ date: d('2026-03-10'), shiftId })).toBeNull();
});

test('today and earlier are refused, unless 修改排班历史班次 is on', () => {
  expect(refusalOf(edit('2026-03-09'))).toEqual({
    code: 'roster.past',
    facts: { date: '2026-03-09', earliest: '2026-03-10' },
  });
  expect(refusalOf(edit('2026-03-02'), { settings: { editPastRosters: true } })).toBeNull();
});

test('a locked month is refused, even with the switch on', () => {
  expect(refusalOf(edit('2026-03-02'), { settings: { editPastRosters: true }, locked: ['2026-03'] })).toEqual(
    {
      code: 'roster.locked',
      facts: { date: '2026-03-02', month: '2026-03' },
    },
  );
});

test('only inside a person’s validity', () => {
  const scope: ScopeEntry[] = [
    { type: 'person', id: 'wang', ranges: [{ from: d('2026-03-10'), to: d('2026-03-20') }] },
  ];
  expect(refusalOf(edit('2026-03-20'), { scope })).toBeNull();
  expect(refusalOf(edit('2026-03-21'), { scope })).toMatchObject({ code: 'roster.outside-validity' });
  expect(refusalOf(edit('2026-03-21'), { scope: [{ type: 'tag', id: 'x' }] })).toMatchObject({
    code: 'roster.not-on-roster',
  });
});

test('a shift that is not one of the rule’s is refused', () => {
  expect(refusalOf(edit('2026-03-10', 'gone'))).toMatchObject({ code: 'roster.unknown-shift' });
});

test('a shift may not overlap its neighbours: a night until 07:00 and an early shift from 06:00', () => {
  const overlap = { code: 'roster.overlap' };
  expect(
    refusalOf(edit('2026-03-11', 'early'), { planned: new Map([[d('2026-03-10'), 'night']]) }),
  ).toMatchObject(overlap);
  expect(
    refusalOf(edit('2026-03-10', 'night'), { planned: new Map([[d('2026-03-11'), 'early']]) }),
  ).toMatchObject(overlap);
  expect(refusalOf(edit('2026-03-11', 'day'), { planned: new Map([[d('2026-03-10'), 'night']]) })).toBeNull();
});

test('a changed day touches the parts of time two days around it', () => {
  expect(daysTouchedBy(edit('2026-03-01'))).toEqual([
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
    '2026-03-02',
    '2026-03-03',
  ]);
});
