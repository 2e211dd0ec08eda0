import { HR, LEADER, openLeavingCompany, STRANGER } from '../../leaving/cast';
import { signOn } from '../../leaving/signing';
import type { Sheet } from '../states';

const DELEGATION = { path: 'pages/delegation/index' };
const EMPLOYER = { path: 'leaving/employer/index' };

/** Who acts while somebody is away, or after them. */
export const dutiesSheet: Sheet = {
  name: 'duties',
  title: '委托与职责 pages/delegation · leaving/duties · leaving/employer',
  company: openLeavingCompany,
  states: [
    { caption: 'who acts while I am away', play: (_, open) => open(LEADER, DELEGATION) },
    {
      caption: 'a colleague is chosen',
      play: async (_, open) => {
        const host = await open(LEADER, DELEGATION);
        await host.tap('#delegation-to');
        return host;
      },
    },
    { caption: 'dark', theme: 'dark', play: (_, open) => open(LEADER, DELEGATION) },
    { caption: 'nobody can be reached: the law', play: (_, open) => open(HR, EMPLOYER) },
    { caption: 'not HR’s', play: (_, open) => open(STRANGER, EMPLOYER) },
    {
      caption: 'a leader leaves: whose duties',
      play: async (company, open) => {
        const leader = await open(LEADER, { path: 'leaving/notice/index', query: { path: 'notice' } });
        await leader.tap('#notice-send');
        await signOn(leader, company, LEADER);
        leader.close();
        // Who would take over is worked out by the clock.
        await company.liveUntil('2026-03-09T10:05');
        return open(HR, { path: 'leaving/duties/index', query: { person: LEADER } });
      },
    },
    {
      caption: 'handed over',
      play: async (_, open) => {
        const host = await open(HR, { path: 'leaving/duties/index', query: { person: LEADER } });
        await host.tap('#duties-confirm');
        return host;
      },
    },
  ],
};
