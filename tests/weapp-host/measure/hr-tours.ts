import type { Tour } from './tours';

/** Played in the company of company/roster-company.ts: the product department is on a roster, S01 is HR. */
export const HR_TOURS: readonly Tour[] = [
  {
    page: 'hr/people/index',
    person: 'S01',
    taps: [{ into: '#people-query', text: '李' }, '#people-unbound', '#people-add'],
  },
  {
    page: 'hr/people-file/index',
    person: 'S01',
    query: () => ({ person: 'S02' }),
    taps: ['#file-terms-edit'],
  },
  { page: 'hr/people-company/index', person: 'S01', taps: ['#department-add'] },
  { page: 'hr/imports/index', person: 'S01', taps: [] },
  {
    page: 'hr/overtime/index',
    person: 'S01',
    query: () => ({ id: 'workdays', of: '', new: '1' }),
    taps: [{ into: '#overtime-name', text: '工作日加班' }],
  },
  { page: 'hr/calendar/index', person: 'S01', taps: ['#calendar-add'] },
  { page: 'hr/leaves/index', person: 'S01', taps: ['#leave-add'] },
  { page: 'hr/corrections/index', person: 'S01', taps: [] },
  { page: 'hr/signals/index', person: 'S01', taps: ['#signals-fast-move'] },
  { page: 'hr/machine/index', person: 'S01', taps: [] },
  { page: 'hr/roster/index', person: 'S01', taps: ['#week-next', '#cell-P02-2026-03-12'] },
  { page: 'requests/swap/index', person: 'P02', taps: [] },
];
