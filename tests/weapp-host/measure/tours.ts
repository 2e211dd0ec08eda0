import type { Query } from '../page/page-stack';

/** How a page is opened, and what is tapped or typed on it. */
export interface Tour {
  readonly page: string;
  /** An id of the demo company. */
  readonly person: string;
  readonly query?: Query;
  readonly taps: readonly (string | { readonly into: string; readonly text: string })[];
}

/** The company of company/busy-company.ts is the one that these are played in: S02 has a month behind them. */
export const TOURS: readonly Tour[] = [
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
    query: { date: '2026-03-05' },
    taps: [
      { into: '#correction-reason', text: '开会' },
      '#correct-in-0',
      '#correct-out-0',
      '#correction-send',
    ],
  },
];
