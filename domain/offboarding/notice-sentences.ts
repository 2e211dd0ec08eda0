import type { LocalDate } from '../time/local-date';
import { dayText } from './day-text';

/** A plain sentence for the employee, with the article that it rests on; null where it is the product's own. */
export interface Sentence {
  readonly text: string;
  readonly article: string | null;
}

const ARTICLE_36 = '《劳动合同法》第三十六条';
const ARTICLE_37 = '《劳动合同法》第三十七条';
const ARTICLE_38 = '《劳动合同法》第三十八条';
const ARTICLE_44 = '《劳动合同法》第四十四条';

export const thirtyDays = (arrivedOn: LocalDate, end: LocalDate): Sentence => ({
  text: `提前 30 日书面通知即可离职。通知于${dayText(arrivedOn)}送达，当天不算，第 30 日是${dayText(end)}。`,
  article: ARTICLE_37,
});

export const probationNotice = (arrivedOn: LocalDate, end: LocalDate): Sentence => ({
  text: `你在试用期内，提前 3 日通知即可离职。通知于${dayText(arrivedOn)}送达，当天不算，第 3 日是${dayText(end)}。`,
  article: ARTICLE_37,
});

export const threeDaysSuffice = (probationEnd: LocalDate): Sentence => ({
  text: `你的试用期到${dayText(probationEnd)}为止，不需要提前 30 日。你也可以选择更晚的日期。`,
  article: ARTICLE_37,
});

export const probationIsOver = (probationEnd: LocalDate | null): Sentence => ({
  text:
    probationEnd === null
      ? '你的合同没有约定试用期，按提前 30 日通知办理。'
      : `你的试用期已于${dayText(probationEnd)}结束，按提前 30 日通知办理。`,
  article: ARTICLE_37,
});

export const termEndsSooner = (termEnd: LocalDate): Sentence => ({
  text: `你的劳动合同${dayText(termEnd)}期满，早于上述日期；期满不续签，合同当天终止。`,
  article: ARTICLE_44,
});

export const beyondTheTerm = (termEnd: LocalDate): Sentence => ({
  text: `你选择的日期晚于合同期满日${dayText(termEnd)}，期满后继续工作需要续签合同。`,
  article: ARTICLE_44,
});

export const takesEffectByItself = (lastDay: LocalDate): Sentence => ({
  text: `这是通知，不是申请：送达即生效，不需要批准。最后工作日是${dayText(lastDay)}。`,
  article: ARTICLE_37,
});

export const shorterNeedsConsent = (lastDay: LocalDate, shortBy: number): Sentence => ({
  text: `你希望${dayText(lastDay)}离开，比通知期早 ${shortBy} 天，需要与公司协商一致。公司不同意时，你仍可按通知期离职。`,
  article: ARTICLE_36,
});

export const anyDayByAgreement = (): Sentence => ({
  text: '协商一致时，最后工作日可以是双方约定的任何一天，双方签署协议后生效。',
  article: ARTICLE_36,
});

export const employerAtFault = (): Sentence => ({
  text: '如果离开是因为公司未按约支付报酬、未缴社保等过错，法律不要求提前通知。这里没有为这种情形设流程，请书面通知公司，必要时咨询劳动监察（12333）。',
  article: ARTICLE_38,
});
