import { HR } from '../../company/open-company';
import type { Sheet } from '../states';

const HOME = { path: 'requests/home/index' };
const PEOPLE = { path: 'reports/people/index' };
const PERSON = { path: 'reports/person/index', query: { person: 'S02', month: '2026-02' } };

/** What is asked for, and what it adds up to. */
export const requestsSheet: Sheet = {
  name: 'requests',
  title: '申请与报表 requests/home · requests/ask · reports/people · reports/person · reports/balances',
  states: [
    { caption: 'what can be asked for', play: (_, open) => open('S02', HOME) },
    { caption: 'dark', theme: 'dark', play: (_, open) => open('S02', HOME) },
    {
      caption: 'an outing, written',
      play: async (_, open) => {
        const host = await open('S02', { path: 'requests/ask/index', query: { kind: 'outing', type: '' } });
        await host.type('#ask-reason', '拜访客户');
        await host.pass(1_000);
        return host;
      },
    },
    { caption: 'the month of everybody', play: (_, open) => open(HR, PEOPLE) },
    { caption: 'on a computer', wide: true, play: (_, open) => open(HR, PEOPLE) },
    {
      caption: 'one day of everybody',
      play: async (_, open) => {
        const host = await open(HR, PEOPLE);
        await host.tap('#reports-by-day');
        return host;
      },
    },
    { caption: 'not one’s to see', play: (_, open) => open('P02', PEOPLE) },
    { caption: 'somebody’s month', play: (_, open) => open(HR, PERSON) },
    {
      caption: 'what is left, and what was granted',
      play: (_, open) => open(HR, { path: 'reports/balances/index', query: { person: 'S02' } }),
    },
  ],
};
