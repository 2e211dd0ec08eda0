import { HR } from '../../company/open-company';
import { recordedPicture } from '../../wx/canvas-recorder';
import type { OpenPhone, Sheet } from '../states';
import type { WeappHost } from '../../weapp-host';

const FORM = { path: 'pages/correction/index', query: { date: '2026-03-05' } };

/** The road of one correction: each state goes on from where the one before left it. */
const written = async (open: OpenPhone): Promise<WeappHost> => {
  const host = await open('S02', FORM);
  await host.type('#correction-reason', '下班时开会，忘记打卡');
  host.phone.answers.pictures = [{ name: 'notes.png', bytes: recordedPicture() }];
  await host.tap('#add-photo');
  return host;
};

let card: { readonly path: string; readonly query: Readonly<Record<string, string>> };

export const correctionSheet: Sheet = {
  name: 'correction',
  title: '补卡申诉 pages/correction/index · pages/case/index · pages/inbox/index',
  states: [
    { caption: 'which card, when, why', play: (_, open) => open('S02', FORM) },
    { caption: 'written, with a photo', play: (_, open) => written(open) },
    {
      caption: 'the photo is no picture',
      play: async (_, open) => {
        const host = await open('S02', { path: FORM.path, query: { date: '2026-03-04' } });
        await host.type('#correction-reason', '地铁故障');
        host.phone.answers.pictures = [{ name: 'notes.jpg', bytes: Buffer.from('no picture') }];
        await host.tap('#add-photo');
        await host.tap('#correction-send');
        return host;
      },
    },
    {
      caption: 'inbox of the leader before',
      play: (_, open) => open(HR, { path: 'pages/inbox/index' }),
    },
    {
      caption: 'sent: the applicant’s view',
      play: async (_, open) => {
        const host = await written(open);
        await host.tap('#correction-send');
        card = host.share();
        return host;
      },
    },
    { caption: 'the leader’s inbox', play: (_, open) => open(HR, { path: 'pages/inbox/index' }) },
    { caption: 'the leader, from the card in a chat', play: (_, open) => open(HR, { ...card, scene: 1007 }) },
    { caption: 'the leader, dark', theme: 'dark', play: (_, open) => open(HR, { ...card, scene: 1007 }) },
    {
      caption: 'the leader returns it, with words',
      play: async (_, open) => {
        const host = await open(HR, { ...card, scene: 1007 });
        await host.tap('#act-return');
        return host;
      },
    },
    { caption: 'a stranger, from the same card', play: (_, open) => open('P02', { ...card, scene: 1007 }) },
    {
      caption: 'agreed: the day is judged again',
      play: async (_, open) => {
        const host = await open(HR, { ...card, scene: 1007 });
        await host.tap('#act-agree');
        return host;
      },
    },
    {
      caption: 'the applicant’s news',
      play: async (_, open) => {
        const host = await open('S02', { path: 'pages/inbox/index' });
        await host.tap('#shelf-news');
        return host;
      },
    },
    {
      caption: 'nothing to do',
      play: (_, open) => open('P02', { path: 'pages/inbox/index' }),
    },
  ],
};
