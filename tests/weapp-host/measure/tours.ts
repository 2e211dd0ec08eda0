import type { Company } from '../company/open-company';
import type { Query } from '../page/page-stack';

/** How a page is opened, and what is tapped or typed on it. */
export interface Tour {
  readonly page: string;
  /** An id of the demo company. */
  readonly person: string;
  /** Makes what the page is about, and says how it is opened. */
  readonly query?: (company: Company) => Promise<Query> | Query;
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
    taps: ['#write-comment', { into: '#reason-text', text: '知道了' }, '#reason-send', '#act-agree'],
  },
];
