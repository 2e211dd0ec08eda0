import { HR } from '../../company/open-company';
import type { Sheet } from '../states';

export const bindSheet: Sheet = {
  name: 'bind',
  title: '绑定员工 pages/bind/index',
  states: [
    { caption: 'nobody knows this WeChat yet', play: (_, open) => open('P08') },
    {
      caption: 'a code was typed',
      play: async (_, open) => {
        const host = await open('P08');
        await host.type('#bind-code', 'AAAA-BBBB-CCCC');
        return host;
      },
    },
    {
      caption: 'there is no such code',
      play: async (_, open) => {
        const host = await open('P08');
        await host.type('#bind-code', 'AAAA-BBBB-CCCC');
        await host.tap('#bind-submit');
        return host;
      },
    },
    {
      caption: 'dark',
      theme: 'dark',
      play: (_, open) => open('P08'),
    },
    {
      caption: 'bound',
      play: async (company, open) => {
        const { code } = await company.call(HR, 'invitation.issue', { employmentId: 'P08' });
        const host = await open('P08');
        await host.type('#bind-code', code);
        await host.tap('#bind-submit');
        return host;
      },
    },
  ],
};
