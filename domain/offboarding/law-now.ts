import type { Case } from '../approval/case';
import type { LocalDate } from '../time/local-date';
import type { Sentence } from './notice-sentences';

/** The law where it matters to the leaver now, in one plain sentence. */
export function lawNow({ path, result, nodes, dates }: Case, today: LocalDate): Sentence {
  if (result === 'withdrawn') return { text: '离职已撤回，劳动合同继续履行。', article: null };
  if (result === 'rejected')
    return {
      text: '这次没有谈成。你随时可以改用通知离职：提前 30 日（试用期 3 日）书面通知，不需要批准。',
      article: '《劳动合同法》第三十七条',
    };
  const isCertain = nodes.lastDay !== undefined && nodes.lastDay.status !== 'void';
  if (!isCertain)
    return path === 'employer'
      ? { text: '公司登记了联系不上你。你一回应，这个流程就到此为止。', article: null }
      : {
          text: '协议要双方都签字才生效。谈不成时，你仍可按通知期离职。',
          article: '《劳动合同法》第三十六条',
        };
  if (dates.lastDay !== undefined && today >= dates.lastDay)
    return {
      text: '劳动合同终止时，公司应当一次付清工资、出具离职证明，并在 15 日内办好档案和社保转移。这些都不等交接。',
      article: '《劳动合同法》第五十条、《工资支付暂行规定》第九条',
    };
  return path === 'notice'
    ? {
        text: '你的通知已经送达，到期即可离开，不需要批准。工资、离职证明和社保转移不以办完交接为前提。',
        article: '《劳动合同法》第三十七条、第五十条',
      }
    : {
        text: '日期已经确定。工资、离职证明和社保转移不以办完交接为前提；只有经济补偿在办结交接时支付。',
        article: '《劳动合同法》第五十条',
      };
}
