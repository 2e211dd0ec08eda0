import { yuanText } from '@domain/offboarding/yuan-text';
import type { RefusalFacts } from '@contract/refusals';
import type { CodesOf, Wording } from './wording';

type LineFault = RefusalFacts['settlement.line-invalid']['reason'];

const LINE_FAULTS: { readonly [Fault in LineFault]: string } = {
  'not whole 分': '金额最多到分，例如 1234.56',
  negative: '金额不能是负数，扣款请选扣款的种类',
  'too large': '金额太大，请检查是不是多了几位',
  'note missing': '请写一句是怎么算的',
  'note too long': '说明太长，最多 200 字',
  'broken character': '说明里有无法显示的字符，请删掉重写',
};

/** What the departments hear when somebody leaves: settlement, things, accounts. */
export const ofDepartments: Wording<
  Exclude<CodesOf<'settlement'>, 'settlement.lines-missing' | 'settlement.not-whole-fen'>
> = {
  'settlement.empty': () => ({ text: '还没有结算明细，请至少填一行' }),
  'settlement.too-many-lines': ({ most }) => ({ text: `明细太多，一次最多 ${most} 行` }),
  'settlement.line-invalid': ({ line, reason }) => ({ text: `第 ${line} 行：${LINE_FAULTS[reason]}` }),
  'settlement.deductions-exceed-wages': ({ wagesFen }) => ({
    text: `扣款比工资多 ${yuanText(-wagesFen)} 元，请检查；经济补偿不能用来抵扣`,
  }),
  'settlement.changed': ({ version }) => ({ text: `财务刚刚提交了第 ${version} 版，请看过新的内容再答复` }),
  'settlement.answered': ({ version }) => ({ text: `第 ${version} 版你已经答复过了` }),
};
