import { HR, LEADER, LEAVER, openLeavingCompany, STRANGER } from '../../leaving/cast';
import { checkEverything, HR_STEP, LEADER_STEP, openNotice, takeNote } from '../../leaving/notice-steps';
import { openStep } from '../../leaving/open-step';
import { showWhoOneIs, writeName } from '../../leaving/signing';
import type { WeappHost } from '../../weapp-host';
import type { OpenPhone, Sheet } from '../states';

const MINE = { path: 'pages/mine/index' };
const JOURNEY = { path: 'leaving/journey/index' };
const CARD_IN_A_CHAT = 1007;

const filled = async (open: OpenPhone): Promise<WeappHost> => {
  const host = await openNotice(open);
  await host.type('#notice-reason', '回老家照顾父母');
  return host;
};

/** From 我的 to the day on which everybody knows. */
export const noticeSheet: Sheet = {
  name: 'notice',
  title: '提出离职 pages/mine · leaving/choose · leaving/notice · leaving/journey · pages/case',
  company: openLeavingCompany,
  states: [
    { caption: '我的', play: (_, open) => open(LEAVER, MINE) },
    { caption: 'HR’s 我的', play: (_, open) => open(HR, MINE) },
    { caption: 'no leaving under way', play: (_, open) => open(LEAVER, JOURNEY) },
    {
      caption: 'which way, and what each means',
      play: (_, open) => open(LEAVER, { path: 'leaving/choose/index' }),
    },
    {
      caption: 'the way in the dark',
      theme: 'dark',
      play: (_, open) => open(LEAVER, { path: 'leaving/choose/index' }),
    },
    { caption: 'the notice, the earliest day', play: (_, open) => filled(open) },
    {
      caption: 'an agreement, with proofs',
      play: (_, open) => open(LEAVER, { path: 'leaving/notice/index', query: { path: 'agreement' } }),
    },
    {
      caption: 'what is signed, before anything is asked',
      play: async (_, open) => {
        const host = await filled(open);
        await host.tap('#notice-send');
        return host;
      },
    },
    {
      caption: 'the code has been sent',
      play: async (_, open) => {
        const host = await filled(open);
        await host.tap('#notice-send');
        await host.tap('#signature-code-send');
        return host;
      },
    },
    {
      caption: 'a name on the paper',
      play: async (company, open) => {
        await company.pass(120_000);
        const host = await filled(open);
        await host.tap('#notice-send');
        await showWhoOneIs(host, company, LEAVER);
        await writeName(host);
        return host;
      },
    },
    {
      caption: 'the paper stays light in the dark; sent next',
      theme: 'dark',
      play: async (company, open) => {
        await company.pass(120_000);
        const host = await filled(open);
        await host.tap('#notice-send');
        await showWhoOneIs(host, company, LEAVER);
        await writeName(host);
        return host;
      },
    },
    {
      caption: 'the journey, arrived',
      play: async (company, open) => {
        await company.pass(120_000);
        const host = await filled(open);
        await host.tap('#notice-send');
        await showWhoOneIs(host, company, LEAVER);
        await writeName(host);
        await host.tap('#signature-done');
        return host;
      },
    },
    { caption: 'the journey, dark', theme: 'dark', play: (_, open) => open(LEAVER, JOURNEY) },
    {
      caption: 'asking it back',
      play: async (_, open) => {
        const host = await open(LEAVER, JOURNEY);
        await host.tap('#journey-withdraw');
        return host;
      },
    },
    {
      caption: 'the leader’s step',
      play: (company, open) => openStep(company, open, LEADER, LEADER_STEP),
    },
    {
      caption: 'who takes over',
      play: async (company, open) => {
        const host = await openStep(company, open, LEADER, LEADER_STEP);
        await host.tap('#pick-recipient');
        return host;
      },
    },
    {
      caption: 'another day is proposed',
      play: async (company, open) => {
        const host = await openStep(company, open, LEADER, LEADER_STEP);
        await host.tap('#act-proposeDate');
        return host;
      },
    },
    {
      caption: 'something is missing',
      play: async (company, open) => {
        const host = await openStep(company, open, LEADER, LEADER_STEP);
        await host.tap('#act-acknowledge');
        return host;
      },
    },
    {
      caption: 'a stranger, from a card in a chat',
      play: async (_, open) => {
        const owner = await open(LEAVER, JOURNEY);
        await owner.tap('#journey-talk');
        const { path, query } = owner.share();
        owner.close();
        return open(STRANGER, { path, query, scene: CARD_IN_A_CHAT });
      },
    },
    {
      caption: 'taken note of',
      play: async (company, open) => {
        const host = await openStep(company, open, LEADER, LEADER_STEP);
        await takeNote(host);
        return host;
      },
    },
    { caption: 'HR’s step', play: (company, open) => openStep(company, open, HR, HR_STEP) },
    {
      caption: 'HR, on a computer',
      wide: true,
      play: (company, open) => openStep(company, open, HR, HR_STEP),
    },
    {
      caption: 'HR has looked',
      play: async (company, open) => {
        const host = await openStep(company, open, HR, HR_STEP);
        await checkEverything(host);
        return host;
      },
    },
  ],
};
