import { FINANCE, HR, KEEPER, LEAVER, openLeavingCompany, STRANGER } from '../../leaving/cast';
import { walkThroughHandover } from '../../leaving/handover-steps';
import {
  ANSWER_STEP,
  ASSETS_STEP,
  INTERVIEW_STEP,
  proposeSettlement,
  SETTLEMENT_STEP,
  walkToCertificate,
  walkToLastDay,
} from '../../leaving/last-steps';
import { walkToHandover } from '../../leaving/notice-steps';
import { openStepPage } from '../../leaving/open-step';
import type { Company } from '../../company/open-company';
import type { Sheet } from '../states';

const SEARCH = { path: 'leaving/search/index' };
const PAPERS = { path: 'leaving/papers/index' };
const JOURNEY = { path: 'leaving/journey/index' };

const caseOf = async (company: Company) => {
  const { journey } = await company.call(LEAVER, 'leaving.mine', {});
  return { case: encodeURIComponent(journey?.view.caseId ?? '') };
};

/** The departments, the settlement, the certificate, and what stays afterwards. */
export const lastDaySheet: Sheet = {
  name: 'last-day',
  title:
    '部门、结算与证明 leaving/assets · leaving/interview · leaving/non-compete · leaving/search · leaving/settlement · leaving/settlement-answer · leaving/papers · leaving/verify',
  company: openLeavingCompany,
  states: [
    {
      caption: 'the keeper’s things',
      play: async (company, open) => {
        await walkToHandover(company, open);
        await walkThroughHandover(company, open);
        return openStepPage(company, open, KEEPER, ASSETS_STEP);
      },
    },
    {
      caption: 'one thing is entered',
      play: async (company, open) => {
        const host = await openStepPage(company, open, KEEPER, ASSETS_STEP);
        await host.tap('#issue-asset');
        return host;
      },
    },
    {
      caption: 'a talk, if one wants',
      play: (company, open) => openStepPage(company, open, LEAVER, INTERVIEW_STEP),
    },
    {
      caption: 'HR writes a non-compete',
      play: async (company, open) =>
        open(HR, { path: 'leaving/non-compete/index', query: await caseOf(company) }),
    },
    { caption: 'who is leaving', play: (_, open) => open(HR, SEARCH) },
    { caption: 'who is leaving, on a computer', wide: true, play: (_, open) => open(HR, SEARCH) },
    { caption: 'who is leaving, dark', theme: 'dark', play: (_, open) => open(HR, SEARCH) },
    {
      caption: 'nobody of that name',
      play: async (_, open) => {
        const host = await open(HR, SEARCH);
        await host.type('#leavers-query', '没有这个人');
        await host.pass(1_000);
        return host;
      },
    },
    { caption: 'not HR’s', play: (_, open) => open(STRANGER, SEARCH) },
    {
      caption: 'finance settles',
      play: async (company, open) => {
        await walkToLastDay(company, open);
        return openStepPage(company, open, FINANCE, SETTLEMENT_STEP);
      },
    },
    {
      caption: 'lines are missing',
      play: async (company, open) => {
        const host = await openStepPage(company, open, FINANCE, SETTLEMENT_STEP);
        await host.type('#yuan-0', '18500.005');
        await host.tap('#settlement-send');
        return host;
      },
    },
    { caption: 'proposed', play: (company, open) => proposeSettlement(company, open) },
    {
      caption: 'the leaver reads it',
      play: (company, open) => openStepPage(company, open, LEAVER, ANSWER_STEP),
    },
    {
      caption: 'the leaver, dark',
      theme: 'dark',
      play: (company, open) => openStepPage(company, open, LEAVER, ANSWER_STEP),
    },
    {
      caption: 'the journey after the certificate',
      play: async (company, open) => {
        await walkToCertificate(company, open);
        return open(LEAVER, JOURNEY);
      },
    },
    { caption: 'one’s papers', play: (_, open) => open(LEAVER, PAPERS) },
    { caption: 'one’s papers, dark', theme: 'dark', play: (_, open) => open(LEAVER, PAPERS) },
    {
      caption: 'HR’s papers of the case, exported',
      play: async (company, open) => {
        const host = await open(HR, { ...PAPERS, query: await caseOf(company) });
        await host.tap('#papers-export');
        return host;
      },
    },
    { caption: 'nobody’s papers', play: (_, open) => open(STRANGER, PAPERS) },
    {
      caption: 'a paper that holds',
      play: async (company, open) => {
        const { papers } = await company.call(LEAVER, 'document.list', { caseId: null });
        const host = await open(STRANGER, { path: 'leaving/verify/index' });
        await host.type('#verify-number', papers[0]?.number ?? '');
        await host.type('#verify-code', papers[0]?.digest ?? '');
        await host.tap('#verify-submit');
        return host;
      },
    },
    {
      caption: 'a paper that nobody knows',
      play: async (_, open) => {
        const host = await open(STRANGER, { path: 'leaving/verify/index' });
        await host.type('#verify-number', 'ZM-2026-4F7K-9Q2M');
        await host.type('#verify-code', '0123456789abcdef');
        await host.tap('#verify-submit');
        return host;
      },
    },
  ],
};
