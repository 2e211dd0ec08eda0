import type { CodesOf, Wording } from './wording';

/** Asking for leave, outing, trip and overtime; looking at other people's days. */
export const ofRequests: Wording<CodesOf<'request'> | CodesOf<'leave'> | CodesOf<'report'>> = {
  'request.not-offered': () => ({ text: '公司现在没有开放这种申请，请选别的' }),
  'request.dates-invalid': () => ({ text: '结束要在开始之后，请核对时间' }),
  'request.too-far-back': ({ days }) => ({ text: `只能补 ${days} 天以内的申请，更早的请联系人事` }),
  'request.too-far-ahead': ({ days }) => ({ text: `最早可以提前 ${days} 天申请` }),
  'request.nothing-covered': ({ kind }) => ({
    text: kind === 'overtime' ? '这段时间都在班次之内，不用申请加班' : '这段时间本来就不上班，不用申请',
  }),
  'request.overlaps': ({ what }) => ({ text: `这段时间已经有申请：${what}` }),
  'request.not-employed': () => ({ text: '这几天不在职，不能申请' }),
  'request.not-granted': () => ({ text: '这个申请没有生效，不用撤销' }),
  'request.already-revoking': () => ({ text: '已经在申请撤销了，等审批就好' }),
  'report.not-yours': () => ({ text: '考勤报表对人事和部门负责人开放' }),
  'leave.balance-short': ({ name, freeText, askedText }) => ({
    text: `${name}还剩 ${freeText}，这次需要 ${askedText}，不够`,
  }),
  'leave.amount-invalid': () => ({ text: '这种假不能按这个数量发放，请填整天、半天或整小时' }),
};
