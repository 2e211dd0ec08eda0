import { DEMO_PLACES, DEMO_RULES, DEMO_SHIFTS } from '../../../scripts/demo/organisation';
import type { Tour } from './tours';

/** Played in the company of company/busy-company.ts: S02 has a month behind them, S01 is HR. */
export const DAILY_TOURS: readonly Tour[] = [
  {
    page: 'pages/punch/index',
    person: 'S02',
    taps: ['#whereabouts', '#map-sheet-close', '#remind-me', '#punch-button'],
  },
  {
    page: 'pages/month/index',
    person: 'S02',
    taps: ['#day-2026-03-04', '#day-sheet-close', '#previous-month', '#day-2026-02-11', '#day-sheet-close'],
  },
  {
    page: 'pages/bind/index',
    person: 'P08',
    taps: [{ into: '#bind-code', text: 'AAAA-BBBB-CCCC' }, '#bind-submit'],
  },
  { page: 'pages/inbox/index', person: 'S01', taps: ['#shelf-news', '#shelf-todo'] },
  {
    page: 'pages/correction/index',
    person: 'S02',
    query: () => ({ date: '2026-03-05' }),
    taps: [
      { into: '#correction-reason', text: '开会' },
      '#correct-in-0',
      '#correct-out-0',
      '#correction-send',
    ],
  },
  {
    page: 'pages/case/index',
    person: 'S01',
    query: async (company) => {
      const { view } = await company.call('S02', 'correction.apply', {
        commandId: 'tour-of-the-case-page-1',
        date: '2026-03-04',
        card: 'in',
        segment: 0,
        minute: 505,
        reason: '地铁故障',
        photoIds: [],
      });
      return { case: view.caseId };
    },
    taps: [
      '#write-comment',
      { into: '#say-text', text: '知道了' },
      '#say-send',
      '#conversation-close',
      '#act-agree',
    ],
  },
  { page: 'pages/delegation/index', person: 'S01', taps: ['#delegation-to', '#people-picker-close'] },
  { page: 'requests/home/index', person: 'S02', taps: [] },
  {
    page: 'requests/ask/index',
    person: 'S02',
    query: () => ({ kind: 'outing', type: '' }),
    taps: [{ into: '#ask-reason', text: '见客户' }],
  },
  { page: 'reports/people/index', person: 'S01', taps: ['#reports-previous', '#reports-by-day'] },
  {
    page: 'reports/person/index',
    person: 'S01',
    query: () => ({ person: 'S02', month: '2026-02' }),
    taps: ['#day-2026-02-11', '#person-day-close'],
  },
  { page: 'reports/balances/index', person: 'S01', query: () => ({ person: 'S02' }), taps: [] },
  { page: 'hr/months/index', person: 'S01', taps: ['#month-previous'] },
  { page: 'hr/rules/index', person: 'S01', taps: [{ into: '#rule-query', text: '产品' }] },
  {
    page: 'hr/rule/index',
    person: 'S01',
    query: () => ({ id: DEMO_RULES[0]?.id ?? '' }),
    taps: [{ into: '#rule-name', text: '产品部的班' }],
  },
  {
    page: 'hr/shift/index',
    person: 'S01',
    query: () => ({ id: DEMO_SHIFTS[0]?.id ?? '' }),
    taps: [],
  },
  {
    page: 'hr/place/index',
    person: 'S01',
    query: () => ({ id: DEMO_PLACES[0]?.id ?? '' }),
    taps: [],
  },
  { page: 'hr/settings/index', person: 'S01', taps: [] },
  { page: 'hr/preview/index', person: 'S01', taps: [] },
];
