import { northOfHeadquarters } from '../../company/open-company';
import type { Sheet } from '../states';

const MINUTE_MS = 60_000;

export const punchSheet: Sheet = {
  name: 'punch',
  title: '打卡 pages/punch/index',
  states: [
    {
      caption: 'the very first look, before an answer',
      play: (_, open) => open('P02', { before: (phone) => phone.line.hold() }),
    },
    {
      caption: 'says why before WeChat asks for the position',
      play: (_, open) => open('P02', { before: (phone) => phone.permissions.clear() }),
    },
    {
      caption: 'the position was refused',
      play: (_, open) =>
        open('P02', { before: (phone) => phone.permissions.set('scope.userLocation', false) }),
    },
    {
      caption: 'the phone finds nothing',
      play: (_, open) => open('P02', { before: (phone) => (phone.fix = null) }),
    },
    {
      caption: 'outside the fence',
      play: (_, open) => open('P02', { before: (phone) => (phone.fix = northOfHeadquarters(340)) }),
    },
    {
      caption: 'a fix wider than the fence',
      play: (_, open) => open('P02', { before: (phone) => (phone.fix = northOfHeadquarters(20, 800)) }),
    },
    { caption: 'inside: one tap would be on time', play: (_, open) => open('P02') },
    {
      caption: 'the fence on the map',
      play: async (_, open) => {
        const host = await open('P02');
        await host.tap('#whereabouts');
        return host;
      },
    },
    {
      caption: 'a tap on its way',
      play: async (_, open) => {
        const host = await open('P03');
        host.phone.line.hold();
        await host.tap('#punch-button');
        return host;
      },
    },
    {
      caption: 'punched, just now',
      play: async (_, open) => {
        const host = await open('P03');
        await host.tap('#punch-button');
        return host;
      },
    },
    {
      caption: 'punched, and the next tap would be early',
      play: (_, open) => open('P03'),
    },
    {
      caption: 'asks before an early leave',
      play: async (_, open) => {
        const host = await open('P03');
        await host.tap('#punch-button');
        return host;
      },
    },
    {
      caption: 'a reminder was accepted',
      play: async (_, open) => {
        const host = await open('P04');
        await host.tap('#remind-me');
        return host;
      },
    },
    {
      caption: 'no network: the tap is kept on the phone',
      play: async (_, open) => {
        const host = await open('P05');
        await host.network('none');
        await host.tap('#punch-button');
        return host;
      },
    },
    {
      caption: 'sent ten minutes later: what the server made of it',
      play: async (company, open) => {
        const host = await open('P06');
        await host.network('none');
        await host.tap('#punch-button');
        await company.cloud.clock.advance(10 * MINUTE_MS);
        await host.pass(10 * MINUTE_MS);
        await host.network('wifi');
        return host;
      },
    },
    { caption: 'a card is missing since yesterday', play: (_, open) => open('S02') },
    {
      caption: 'dark',
      theme: 'dark',
      play: (_, open) => open('S02'),
    },
    { caption: 'on a computer', wide: true, play: (_, open) => open('S02') },
  ],
};
