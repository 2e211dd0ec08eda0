import type { Sheet } from '../states';

const MONTH = { path: 'pages/month/index' };

export const monthSheet: Sheet = {
  name: 'month',
  title: '我的月历 pages/month/index',
  states: [
    {
      caption: 'the very first look, before an answer',
      play: (_, open) => open('S02', { ...MONTH, before: (phone) => phone.line.hold() }),
    },
    { caption: 'the month so far', play: (_, open) => open('S02', MONTH) },
    {
      caption: 'a late day, and why',
      play: async (_, open) => {
        const host = await open('S02', MONTH);
        await host.tap('#day-2026-03-04');
        return host;
      },
    },
    {
      caption: 'a missing card leads to a correction',
      play: async (_, open) => {
        const host = await open('S02', MONTH);
        await host.tap('#day-2026-03-05');
        return host;
      },
    },
    {
      caption: 'the month before',
      play: async (_, open) => {
        const host = await open('S02', MONTH);
        await host.tap('#previous-month');
        return host;
      },
    },
    {
      caption: 'no network: what was seen last',
      play: async (_, open) => {
        const host = await open('S02', MONTH);
        await host.network('none');
        await host.pullDown();
        return host;
      },
    },
    {
      caption: 'no network and nothing seen before',
      play: (_, open) => open('S02', { ...MONTH, before: (phone) => (phone.network = 'none') }),
    },
    { caption: 'dark', theme: 'dark', play: (_, open) => open('S02', MONTH) },
    {
      caption: 'on a computer, with a day beside the month',
      wide: true,
      play: async (_, open) => {
        const host = await open('S02', MONTH);
        await host.tap('#day-2026-03-04');
        return host;
      },
    },
  ],
};
