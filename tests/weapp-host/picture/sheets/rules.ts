import { DEMO_PLACES, DEMO_RULES, DEMO_SHIFTS } from '../../../../scripts/demo/organisation';
import { HR } from '../../company/open-company';
import type { Sheet } from '../states';

const idOf = (kind: readonly { readonly id: string }[]) => ({ id: kind[0]?.id ?? '' });
const RULES = { path: 'hr/rules/index' };

/** HR writes the rules. */
export const rulesSheet: Sheet = {
  name: 'rules',
  title:
    '考勤规则 hr/rules · hr/rule · hr/shift · hr/place · hr/settings · hr/preview · hr/overtime · hr/calendar · hr/leaves · hr/corrections',
  states: [
    { caption: 'all rules', play: (_, open) => open(HR, RULES) },
    { caption: 'all rules, dark', theme: 'dark', play: (_, open) => open(HR, RULES) },
    { caption: 'not HR’s', play: (_, open) => open('P02', RULES) },
    {
      caption: 'a rule',
      play: (_, open) => open(HR, { path: 'hr/rule/index', query: idOf(DEMO_RULES) }),
    },
    {
      caption: 'a rule, on a computer',
      wide: true,
      play: (_, open) => open(HR, { path: 'hr/rule/index', query: idOf(DEMO_RULES) }),
    },
    {
      caption: 'a shift',
      play: (_, open) => open(HR, { path: 'hr/shift/index', query: idOf(DEMO_SHIFTS) }),
    },
    {
      caption: 'a place',
      play: (_, open) => open(HR, { path: 'hr/place/index', query: idOf(DEMO_PLACES) }),
    },
    { caption: 'what holds for all', play: (_, open) => open(HR, { path: 'hr/settings/index' }) },
    {
      caption: 'a new rule for overtime',
      play: (_, open) => open(HR, { path: 'hr/overtime/index', query: { id: 'workdays', of: '', new: '1' } }),
    },
    { caption: 'holidays and make-up days', play: (_, open) => open(HR, { path: 'hr/calendar/index' }) },
    { caption: 'types of leave', play: (_, open) => open(HR, { path: 'hr/leaves/index' }) },
    { caption: 'limits on corrections', play: (_, open) => open(HR, { path: 'hr/corrections/index' }) },
    { caption: 'nothing to publish', play: (_, open) => open(HR, { path: 'hr/preview/index' }) },
  ],
};
