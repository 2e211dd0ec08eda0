import { LEAVER, openLeavingCompany, RECIPIENT } from '../../leaving/cast';
import {
  askForMore,
  EMPLOYEE_SIGNS_STEP,
  handIn,
  handInAgain,
  REVIEW_STEP,
  seeHandedOver,
  signList,
  WRITE_STEP,
  writeList,
} from '../../leaving/handover-steps';
import { walkToHandover } from '../../leaving/notice-steps';
import { openStep, openStepPage } from '../../leaving/open-step';
import type { Sheet } from '../states';

/** The list from the first look to both names under it. */
export const handoverSheet: Sheet = {
  name: 'handover',
  title: '工作交接 leaving/handover · leaving/review',
  company: openLeavingCompany,
  states: [
    {
      caption: 'the step leads to its page',
      play: async (company, open) => {
        await walkToHandover(company, open);
        return openStep(company, open, LEAVER, WRITE_STEP);
      },
    },
    { caption: 'nothing written', play: (company, open) => openStepPage(company, open, LEAVER, WRITE_STEP) },
    {
      caption: 'one line',
      play: async (company, open) => {
        const host = await openStepPage(company, open, LEAVER, WRITE_STEP);
        await host.tap('#add-work');
        await host.type('#field-what', '考勤引擎');
        return host;
      },
    },
    {
      caption: 'handed in too early',
      play: async (company, open) => {
        const host = await openStepPage(company, open, LEAVER, WRITE_STEP);
        await host.tap('#handover-submit');
        return host;
      },
    },
    {
      caption: 'why there is none',
      play: async (company, open) => {
        const host = await openStepPage(company, open, LEAVER, WRITE_STEP);
        await host.tap('#say-none-documents');
        return host;
      },
    },
    {
      caption: 'written',
      play: async (company, open) => {
        const host = await openStepPage(company, open, LEAVER, WRITE_STEP);
        await writeList(company, host);
        return host;
      },
    },
    { caption: 'handed in', play: (company, open) => handIn(company, open) },
    {
      caption: 'the recipient reads it',
      play: (company, open) => openStepPage(company, open, RECIPIENT, REVIEW_STEP),
    },
    {
      caption: 'the recipient, dark',
      theme: 'dark',
      play: (company, open) => openStepPage(company, open, RECIPIENT, REVIEW_STEP),
    },
    {
      caption: 'the recipient, on a computer',
      wide: true,
      play: (company, open) => openStepPage(company, open, RECIPIENT, REVIEW_STEP),
    },
    {
      caption: 'a word at an item',
      play: async (company, open) => {
        const host = await openStepPage(company, open, RECIPIENT, REVIEW_STEP);
        await askForMore(host);
        return host;
      },
    },
    {
      caption: 'sent back',
      play: async (company, open) => {
        const host = await openStepPage(company, open, RECIPIENT, REVIEW_STEP);
        await host.tap('#handover-send-back');
        return host;
      },
    },
    {
      caption: 'the leaver sees what is missing',
      play: (company, open) => openStepPage(company, open, LEAVER, WRITE_STEP),
    },
    {
      caption: 'the second version: what is new',
      play: async (company, open) => {
        (await handInAgain(company, open)).close();
        return openStepPage(company, open, RECIPIENT, REVIEW_STEP);
      },
    },
    {
      caption: 'found in order, to be signed',
      play: async (company, open) => {
        const host = await openStepPage(company, open, RECIPIENT, REVIEW_STEP);
        await host.tap('#handover-accept');
        return host;
      },
    },
    {
      caption: 'what the recipient signs',
      play: async (company, open) => {
        const host = await openStepPage(company, open, RECIPIENT, '接收人签署交接清单');
        await host.tap('#handover-sign');
        return host;
      },
    },
    {
      caption: 'the recipient has signed',
      play: async (company, open) => {
        const host = await openStepPage(company, open, RECIPIENT, '接收人签署交接清单');
        await signList(host, company, RECIPIENT);
        return host;
      },
    },
    {
      caption: 'both have signed',
      play: async (company, open) => {
        const host = await openStepPage(company, open, LEAVER, EMPLOYEE_SIGNS_STEP);
        await signList(host, company, LEAVER);
        await seeHandedOver(company, open);
        return host;
      },
    },
  ],
};
