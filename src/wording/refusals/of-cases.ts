import { dayText } from '../times';
import type { CodesOf, Wording } from './wording';

const WHY_INVALID = {
  unknown: '不是这一步要填的',
  wrongType: '填的格式不对',
  notAChoice: '请从给出的选项里选',
  notADate: '不是一个有效的日期',
  unknownPerson: '没有找到这位同事',
} as const;

const fileText = (name: string): string => (name === '' ? '这个文件' : `“${name}”`);

/** Requests on their way: what has happened to them meanwhile, and who is next. */
export const ofCases: Wording<
  | CodesOf<'case' | 'task' | 'action' | 'reason' | 'urge' | 'command' | 'file'>
  | CodesOf<'form' | 'return' | 'node' | 'assign' | 'withdraw' | 'dates'>
  | 'document.not-ready'
  | 'person.gone'
  | 'person.is-applicant'
  | 'person.already-asked'
> = {
  'case.unknown': () => ({ text: '没有找到这件事，它可能不是给你的' }),
  'case.closed': ({ resultText }) => ({ text: `这件事已经结束：${resultText}` }),
  'case.cannot-move': () => ({ text: '这一步现在走不通，请联系 HR 看看流程' }),
  'task.dead-link': () => ({ text: '这张卡片已经过时，请从待办里打开最新的' }),
  'task.already-decided': ({ byName, at, outcome }) => ({ text: `${byName}已在 ${at} 处理：${outcome}` }),
  'task.moved': ({ toName }) => ({ text: `这件事已经转给${toName}处理` }),
  'task.not-your-turn': ({ waitsForName }) => ({ text: `还没轮到你，正在等${waitsForName}` }),
  'action.not-offered': () => ({ text: '这一步不能这样处理，请刷新后再看' }),
  'action.not-yours': ({ whose }) => ({ text: `这一步由${whose}来做` }),
  'reason.missing': () => ({ text: '请写一句理由，对方才知道为什么' }),
  'person.gone': ({ name }) => ({ text: `${name}已经离职，请另选一位` }),
  'person.is-applicant': ({ name }) => ({ text: `这件事就是${name}本人的，请另选一位` }),
  'person.already-asked': ({ name }) => ({ text: `${name}已经在处理这一步，请另选一位` }),
  'form.field-missing': ({ labels }) => ({ text: `还差 ${labels.length} 项必填：${labels.join('、')}` }),
  'form.field-invalid': ({ label, why }) => ({ text: `${label}：${WHY_INVALID[why]}` }),
  'form.photos-missing': ({ needed, given }) => ({
    text: `这一步至少要 ${needed} 张照片，现在有 ${given} 张`,
  }),
  'document.not-ready': ({ title }) => ({ text: `${title}还在生成，请稍等再试`, again: '再试一次' }),
  'return.not-there': ({ allowed }) => ({
    text: allowed.length === 0 ? '现在没有可以退回的步骤' : `只能退回到：${allowed.join('、')}`,
  }),
  'node.not-open': ({ closedAt }) => ({
    text: closedAt === null ? '还没走到这一步' : `这一步已在 ${closedAt} 结束`,
  }),
  'assign.several-handlers': ({ names }) => ({
    text: `这一步正由${names.join('、')}共同处理，请让其中一位转交`,
  }),
  'urge.too-soon': ({ againAt }) => ({ text: `刚催过，${againAt} 以后可以再催` }),
  'urge.nobody': () => ({ text: '这一步暂时没有处理人，已请 HR 指定' }),
  'withdraw.already-asked': ({ at }) => ({ text: `已在 ${at} 申请撤回，正在等公司答复` }),
  'withdraw.not-asked': () => ({ text: '现在没有等待答复的撤回申请' }),
  'dates.none-proposed': () => ({ text: '现在没有等待答复的日期提议' }),
  'dates.invalid': ({ label }) => ({ text: `${label}不是一个有效的日期` }),
  'dates.before-notice': ({ label, notice }) => ({ text: `${label}不能早于${notice}（通知送达的那天）` }),
  'dates.already-reached': ({ label }) => ({ text: `${label}已经到了，不能再改` }),
  'command.id-taken': () => ({ text: '这次提交没有成功，请再提交一次' }),
  'file.unknown': () => ({ text: '没有找到刚才上传的文件，请重新上传' }),
  'file.not-a-picture': ({ which }) => ({
    text: `这里只能放照片；${which === undefined ? '选的这个' : `第 ${which} 个`}按内容看不是照片，改了文件名也不行`,
  }),
  'file.wrong-kind': ({ name }) => ({
    text: `这里只能发图片、PDF、Word（docx）和 Excel（xlsx）；${fileText(name)}的内容不是其中一种`,
  }),
  'file.not-a-scan': ({ name }) => ({
    text: `纸质件请用照片或 PDF；${fileText(name)}的内容不是其中一种`,
  }),
  'file.empty': ({ name }) => ({ text: `刚才选的${fileText(name)}是空的，请重新选择` }),
  'file.too-large': ({ maxMegabytes, name = '', megabytes }) => ({
    text: `${fileText(name)}${megabytes === undefined ? '' : `有 ${megabytes} MB，`}太大了，一个最多 ${maxMegabytes} MB`,
  }),
};

/** What is still missing for a signature to count, and what comes next. */
export const ofSignatures: Wording<
  | 'signature.missing'
  | 'signature.document-changed'
  | 'signature.level-too-low'
  | 'signature.identity-missing'
  | 'signature.identity-expired'
  | 'settlement.lines-missing'
  | 'settlement.not-whole-fen'
> = {
  'signature.missing': ({ title }) => ({ text: `请先在《${title}》上签名` }),
  'signature.document-changed': ({ title, version }) => ({
    text: `内容有变：《${title}》刚刚改到第 ${version} 版，请看过新的内容再签`,
  }),
  'signature.level-too-low': () => ({
    text: '这份文件需要可靠电子签名，正在等待配置电子签；也可以签纸质文件，由 HR 核对',
  }),
  'signature.identity-missing': ({ title }) => ({ text: `签《${title}》之前，请先用短信验证码确认是你本人` }),
  'signature.identity-expired': ({ validMinutes }) => ({
    text: `身份确认已超过 ${validMinutes} 分钟，请再确认一次，签名的内容不变`,
  }),
  'settlement.lines-missing': () => ({ text: '请先填写结算明细' }),
  'settlement.not-whole-fen': () => ({ text: '金额最多到分，请检查后再填' }),
};

/** Why a card cannot be corrected, with the limit that the rule sets. */
export const ofCorrections: Wording<CodesOf<'correction'>> = {
  'correction.no-such-day': () => ({ text: '这一天没有可以补的卡' }),
  'correction.kind-not-allowed': () => ({ text: '按你的考勤规则，这张卡不能补' }),
  'correction.future-day': () => ({ text: '这一天还没到，不用补' }),
  'correction.limit-reached': ({ used, limit }) => ({
    text: `本月 ${limit} 次补卡已用 ${used} 次，下个月再来`,
  }),
  'correction.too-many-days-back': ({ limit }) => ({ text: `只能补最近 ${limit} 天的卡，更早的请联系 HR` }),
  'correction.month-closed': ({ deadline }) => ({ text: `补卡最晚到 ${dayText(deadline)}，已经过了` }),
  'correction.already-asked': () => ({ text: '这一天已经提过补卡，正在等审批' }),
};
