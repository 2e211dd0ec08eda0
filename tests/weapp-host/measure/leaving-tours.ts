import type { Company } from '../company/open-company';
import { FINANCE, HR, KEEPER, LEADER, LEAVER, RECIPIENT } from '../leaving/cast';
import { bothSign, handIn, REVIEW_STEP, seeHandedOver, WRITE_STEP } from '../leaving/handover-steps';
import {
  ANSWER_STEP,
  ASSETS_STEP,
  INTERVIEW_STEP,
  settle,
  SETTLEMENT_STEP,
  walkToCertificate,
  walkToLastDay,
} from '../leaving/last-steps';
import { checkEverything, giveNotice, HR_STEP, LEADER_STEP, takeNote } from '../leaving/notice-steps';
import { openStep, queryOfStep } from '../leaving/open-step';
import { type OpenPhone, phonesIn } from '../picture/states';
import type { Tour } from './tours';

/** Brings the leaving to a step, then opens it for whoever's turn it is. */
const atStep =
  (personId: string, step: string, before?: (company: Company, open: OpenPhone) => Promise<void>) =>
  async (company: Company) => {
    await before?.(company, phonesIn(company, {}));
    return queryOfStep(company, personId, step);
  };

/** Of the one leaving that there is, without a task. */
const caseOf = async (company: Company) => {
  const { journey } = await company.call(LEAVER, 'leaving.mine', {});
  return { case: encodeURIComponent(journey?.view.caseId ?? '') };
};

/** Played in the company of leaving/cast.ts, in this order: from the choice of a way to the papers after it. */
export const LEAVING_TOURS: readonly Tour[] = [
  { page: 'pages/mine/index', person: HR, taps: [] },
  { page: 'leaving/choose/index', person: LEAVER, taps: [] },
  {
    page: 'leaving/notice/index',
    person: LEAVER,
    query: () => ({ path: 'notice' }),
    taps: [
      { into: '#notice-reason', text: '回老家照顾父母' },
      '#notice-send',
      '#signature-code-send',
      '#signature-sheet-close',
    ],
  },
  {
    page: 'leaving/journey/index',
    person: LEAVER,
    query: async (company) => {
      // The tour of the notice has asked for a code a moment ago.
      await company.pass(120_000);
      (await giveNotice(company, phonesIn(company, {}))).close();
      return {};
    },
    taps: ['#journey-withdraw'],
  },
  {
    page: 'pages/case/index',
    person: LEADER,
    query: atStep(LEADER, LEADER_STEP),
    taps: ['#pick-recipient', '#people-picker-close', '#act-acknowledge'],
  },
  {
    page: 'leaving/duties/index',
    person: HR,
    query: async (company) => {
      // Who would take over is worked out by the clock.
      await company.liveUntil('2026-03-09T10:05');
      return { person: LEAVER };
    },
    taps: [],
  },
  {
    page: 'leaving/handover/index',
    person: LEAVER,
    query: atStep(LEAVER, WRITE_STEP, async (company, open) => {
      const leader = await openStep(company, open, LEADER, LEADER_STEP);
      await takeNote(leader);
      leader.close();
      const hr = await openStep(company, open, HR, HR_STEP);
      await checkEverything(hr);
      hr.close();
    }),
    taps: [
      '#add-work',
      { into: '#field-what', text: '考勤引擎' },
      { into: '#field-status', text: '已上线，等月结' },
      '#line-done',
      '#handover-submit',
    ],
  },
  {
    page: 'leaving/review/index',
    person: RECIPIENT,
    query: atStep(RECIPIENT, REVIEW_STEP, async (company, open) => (await handIn(company, open)).close()),
    taps: [
      '#comment-work',
      { into: '#comment-sheet-text', text: '缺少联系人' },
      '#comment-sheet-send',
      '#handover-accept',
    ],
  },
  {
    page: 'leaving/assets/index',
    person: KEEPER,
    query: atStep(KEEPER, ASSETS_STEP, async (company, open) => {
      await bothSign(company, open);
      await seeHandedOver(company, open);
    }),
    taps: ['#issue-asset', '#issue-sheet-close'],
  },
  {
    page: 'leaving/interview/index',
    person: LEAVER,
    query: atStep(LEAVER, INTERVIEW_STEP),
    taps: [{ into: '#interview-words', text: '谢谢大家' }],
  },
  { page: 'leaving/non-compete/index', person: HR, query: caseOf, taps: [] },
  {
    page: 'leaving/settlement/index',
    person: FINANCE,
    query: atStep(FINANCE, SETTLEMENT_STEP, walkToLastDay),
    taps: ['#add-line', '#kind-sheet-close', { into: '#yuan-0', text: '18500.00' }, '#settlement-send'],
  },
  {
    page: 'leaving/settlement-answer/index',
    person: LEAVER,
    query: atStep(LEAVER, ANSWER_STEP, settle),
    taps: ['#settlement-object'],
  },
  {
    page: 'leaving/papers/index',
    person: HR,
    query: async (company) => {
      await walkToCertificate(company, phonesIn(company, {}));
      return caseOf(company);
    },
    taps: ['#papers-export'],
  },
  { page: 'pages/case/index', person: HR, query: caseOf, taps: [] },
  {
    page: 'leaving/search/index',
    person: HR,
    taps: ['#show-reasons', { into: '#leavers-query', text: '李' }],
  },
  { page: 'leaving/employer/index', person: HR, taps: ['#employer-person', '#people-picker-close'] },
  {
    page: 'leaving/verify/index',
    person: LEAVER,
    taps: [
      { into: '#verify-number', text: 'ZM-2026-4F7K-9Q2M' },
      { into: '#verify-code', text: '0123456789abcdef' },
      '#verify-submit',
    ],
  },
];
