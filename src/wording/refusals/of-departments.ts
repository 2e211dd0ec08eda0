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

const ASSET_STATES: { readonly [State in RefusalFacts['asset.not-in-this-state']['state']]: string } = {
  issued: '待归还',
  claimed: '等保管人确认',
  returned: '已归还',
  lost: '已报遗失',
};

type TermFacts = RefusalFacts['non-compete.invalid'];

const TERMS: { readonly [Field in TermFacts['field']]: string } = {
  scope: '限制范围',
  area: '地域范围',
  months: '限制期限',
  monthlyFen: '每月补偿',
};

function termFault(why: TermFacts['why'], field: TermFacts['field'], most: number): string {
  if (why === 'blank') return '请填写';
  if (why === 'too long') return `最多 ${most} 字`;
  if (why === 'broken character') return '有无法显示的字符，请删掉重写';
  if (why === 'not whole') return field === 'months' ? '请填整月数' : '金额最多到分';
  return field === 'months' ? `1 到 ${most} 个月，法律规定最长二年` : '按月补偿必须大于 0';
}

/** What the departments hear when somebody leaves: settlement, things, accounts. */
export const ofDepartments: Wording<
  Exclude<
    CodesOf<'settlement' | 'asset' | 'non-compete' | 'employer'> | 'person.is-oneself',
    'settlement.lines-missing' | 'settlement.not-whole-fen'
  >
> = {
  'person.is-oneself': () => ({ text: '不能给自己登记失联' }),
  'employer.last-seen-in-future': () => ({ text: '最后出现的日期还没到，请检查' }),
  'employer.end-too-early': ({ earliestText }) => ({
    text: `要留出催告、回应和听取工会意见的时间，最早 ${earliestText}`,
  }),
  'non-compete.invalid': ({ field, why, most }) => ({
    text: `${TERMS[field]}：${termFault(why, field, most)}`,
  }),
  'asset.unknown': () => ({ text: '清单里没有这一件，请刷新后再看' }),
  'asset.number-taken': ({ number }) => ({ text: `编号 ${number} 已经在清单里` }),
  'asset.too-many': ({ most }) => ({ text: `一个人最多登记 ${most} 件` }),
  'asset.not-in-this-state': ({ state }) => ({ text: `这一件现在是“${ASSET_STATES[state]}”，请刷新后再看` }),
  'asset.not-yours-to-move': ({ role }) => ({
    text: role === 'employee' ? '收没收到由保管人确认' : '归还由员工本人来说',
  }),
  'asset.note-missing': () => ({ text: '请写一句说明，对方才知道怎么回事' }),
  'asset.photo-missing': () => ({ text: '请拍一张照片，保管人看到就能确认' }),
  'asset.still-out': ({ names }) => ({ text: `还有 ${names.length} 件没有收回：${names.join('、')}` }),
  'settlement.empty': () => ({ text: '还没有结算明细，请至少填一行' }),
  'settlement.too-many-lines': ({ most }) => ({ text: `明细太多，一次最多 ${most} 行` }),
  'settlement.line-invalid': ({ line, reason }) => ({ text: `第 ${line} 行：${LINE_FAULTS[reason]}` }),
  'settlement.deductions-exceed-wages': ({ wagesFen }) => ({
    text: `扣款比工资多 ${yuanText(-wagesFen)} 元，请检查；经济补偿不能用来抵扣`,
  }),
  'settlement.changed': ({ version }) => ({ text: `财务刚刚提交了第 ${version} 版，请看过新的内容再答复` }),
  'settlement.answered': ({ version }) => ({ text: `第 ${version} 版你已经答复过了` }),
};
