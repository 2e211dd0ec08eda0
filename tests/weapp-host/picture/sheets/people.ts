import { HR } from '../../company/open-company';
import type { Sheet } from '../states';

const PEOPLE = { path: 'hr/people/index' };
const FILE = { path: 'hr/people-file/index', query: { person: 'S02' } };
const COMPANY = { path: 'hr/people-company/index' };

/** Whom HR looks after. */
export const peopleSheet: Sheet = {
  name: 'people',
  title: '员工 hr/people · hr/people-file · hr/people-company · hr/imports',
  states: [
    { caption: 'everybody who works here', play: (_, open) => open(HR, PEOPLE) },
    { caption: 'dark', theme: 'dark', play: (_, open) => open(HR, PEOPLE) },
    { caption: 'on a computer', wide: true, play: (_, open) => open(HR, PEOPLE) },
    {
      caption: 'who has not bound a WeChat',
      play: async (_, open) => {
        const host = await open(HR, PEOPLE);
        await host.tap('#people-unbound');
        return host;
      },
    },
    {
      caption: 'somebody new',
      play: async (_, open) => {
        const host = await open(HR, PEOPLE);
        await host.tap('#people-add');
        return host;
      },
    },
    { caption: 'not one’s to see', play: (_, open) => open('P02', PEOPLE) },
    { caption: 'a file', play: (_, open) => open(HR, FILE) },
    { caption: 'a file, dark', theme: 'dark', play: (_, open) => open(HR, FILE) },
    { caption: 'a file, on a computer', wide: true, play: (_, open) => open(HR, FILE) },
    { caption: 'departments, branches and posts', play: (_, open) => open(HR, COMPANY) },
    { caption: 'a file of rows to bring in', play: (_, open) => open(HR, { path: 'hr/imports/index' }) },
  ],
};
