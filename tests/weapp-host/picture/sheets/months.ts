import { HR } from '../../company/open-company';
import { openRosterCompany } from '../../company/roster-company';
import type { OpenPhone, Sheet } from '../states';

const ROSTER = { path: 'hr/roster/index' };
const MONTHS = { path: 'hr/months/index' };

/** The first of the two weeks that are painted. */
const painted = async (open: OpenPhone) => {
  const host = await open(HR, ROSTER);
  await host.tap('#week-next');
  return host;
};

/** What HR plans before a month, and closes after it. */
export const monthsSheet: Sheet = {
  name: 'months',
  title: '排班与结账 hr/roster · requests/swap · hr/months · hr/signals · hr/machine',
  company: openRosterCompany,
  states: [
    { caption: 'a week, painted', play: (_, open) => painted(open) },
    { caption: 'dark', theme: 'dark', play: (_, open) => painted(open) },
    { caption: 'on a computer', wide: true, play: (_, open) => open(HR, ROSTER) },
    { caption: 'not one’s to plan', play: (_, open) => open('S02', ROSTER) },
    { caption: 'a swap', play: (_, open) => open('P02', { path: 'requests/swap/index' }) },
    { caption: 'what is open before a month is closed', play: (_, open) => open(HR, MONTHS) },
    { caption: 'on a computer', wide: true, play: (_, open) => open(HR, MONTHS) },
    { caption: 'not one’s to close', play: (_, open) => open('P02', MONTHS) },
    { caption: 'facts about punches', play: (_, open) => open(HR, { path: 'hr/signals/index' }) },
    { caption: 'a machine’s file', play: (_, open) => open(HR, { path: 'hr/machine/index' }) },
  ],
};
