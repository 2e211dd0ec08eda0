import type { LocalDate } from '../time/local-date';
import { noticePeriod } from './notice-period';
import type { LeavingFacts, LeavingPath, NoticePeriod } from './notice-period';
import { employerAtFault } from './notice-sentences';
import type { Sentence } from './notice-sentences';

/** One way of leaving, as a person chooses it. */
export interface LeavingOption {
  readonly path: LeavingPath;
  readonly title: string;
  /** What it means, in plain words. */
  readonly meaning: Sentence;
  /** Whether it is theirs to choose now; the others are shown with the reason. */
  readonly offered: boolean;
  readonly whyNot: string | null;
  /** The earliest last day on this way; null where both sides are free to agree on any. */
  readonly earliest: LocalDate | null;
}

type OwnFacts = Omit<LeavingFacts, 'path' | 'wished'>;

/** The four ways, as they stand for somebody on a day. */
export function leavingOptions(facts: OwnFacts): readonly LeavingOption[] {
  const { probationEnd, arrivedOn } = facts;
  const inProbation = probationEnd !== null && arrivedOn <= probationEnd;
  const { earliest } = periodOf(facts);
  return [
    {
      path: 'notice',
      title: '通知离职',
      meaning: {
        text: '你提前 30 日书面通知公司，到期离开。这是通知，不是申请：送达即生效，不需要批准，也不必写原因。',
        article: '《劳动合同法》第三十七条',
      },
      offered: !inProbation,
      whyNot: inProbation ? '你还在试用期内，提前 3 日通知就可以，不用等 30 日' : null,
      earliest: inProbation ? null : earliest,
    },
    {
      path: 'probation',
      title: '试用期离职',
      meaning: {
        text: '在试用期内，你提前 3 日通知公司即可离开，同样不需要批准。',
        article: '《劳动合同法》第三十七条',
      },
      offered: inProbation,
      whyNot: inProbation ? null : '你的试用期已经结束，或合同没有约定试用期',
      earliest: inProbation ? earliest : null,
    },
    {
      path: 'agreement',
      title: '协商离职',
      meaning: {
        text: '你提出想哪天离开、有什么条件，和公司商量。双方都签了协议才算数；谈不成，你随时可以改用通知离职。',
        article: '《劳动合同法》第三十六条',
      },
      offered: true,
      whyNot: null,
      earliest: null,
    },
    {
      path: 'urgent',
      title: '想早点走',
      meaning: {
        text: '来不及等通知期：你写下最晚能做到哪天，公司同意就按这一天走。公司不同意时，仍可按通知期离职。',
        article: '《劳动合同法》第三十六条',
      },
      offered: true,
      whyNot: null,
      earliest: null,
    },
  ];
}

/** What the law asks of a notice given now, without any wish. */
function periodOf(facts: OwnFacts): NoticePeriod {
  const period = noticePeriod({ ...facts, path: 'notice', wished: null });
  if (!period.ok) throw new Error(`no wish can be refused: ${period.refusal.code}`);
  return period.value;
}

/** 劳动合同法 art. 38, for whoever leaves because of the employer: no flow of this product stands for it. */
export const AT_FAULT: Sentence = employerAtFault();

/** '比通知期早 12 天，需要协商一致'; null for a day that the law already allows. */
export const shorterLabel = ({ shortBy }: NoticePeriod): string | null =>
  shortBy > 0 ? `比通知期早 ${shortBy} 天，需要协商一致` : null;
