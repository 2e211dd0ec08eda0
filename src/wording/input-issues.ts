import type { InputIssue } from '@contract/refusals';

/** The fields of the contract in people's words. A path is looked up whole, then by its last name. */
const FIELDS: Readonly<Record<string, string>> = {
  '': '这次请求',
  action: '处理方式',
  answer: '提醒的选择',
  answerId: '提醒选择的编号',
  answers: '提醒的选择',
  before: '翻页的位置',
  card: '补哪张卡',
  caseId: '事项编号',
  claimedAt: '手机记下的时间',
  code: '邀请码',
  commandId: '提交编号',
  comment: '意见',
  date: '日期',
  device: '手机型号',
  'device.model': '手机型号',
  'device.utcOffsetMinutes': '手机的时区',
  employmentId: '员工',
  ids: '消息',
  kind: '种类',
  lines: '结算明细',
  note: '说明',
  seen: '看到的版本',
  minute: '补卡的时间',
  month: '月份',
  move: '处理方式',
  nodeId: '流程的步骤',
  photoIds: '图片',
  position: '位置',
  'position.accuracyMeters': '定位精度',
  'position.latitude': '纬度',
  'position.longitude': '经度',
  punchId: '打卡编号',
  reason: '理由',
  round: '流程的轮次',
  segment: '第几段班次',
  show: '消息的种类',
  taskId: '待办编号',
  templateId: '提醒的种类',
  text: '内容',
  toEmploymentId: '转交给谁',
};

const REASONS: { readonly [Reason in InputIssue['reason']]: (expected: string) => string } = {
  missing: () => '没有填',
  'wrong-type': () => '格式不对',
  'too-small': (least) => (least === '' ? '太小' : `太小，最小是 ${least}`),
  'too-large': (most) => (most === '' ? '太大' : `太大，最大是 ${most}`),
  'too-long': (most) => (most === '' ? '太长' : `太长，最多 ${most} 个`),
  'too-short': (least) => (least === '' ? '太短' : `太短，至少 ${least} 个`),
  'bad-format': () => '格式不对',
  'not-offered': () => '不在可选的范围里',
  'unknown-field': () => '不是可以填的内容',
};

/** '邀请码没有填', '纬度太大，最大是 90'. */
export function inputIssueText({ field, reason, expected }: InputIssue): string {
  const path = field.replace(/\.\d+/g, '');
  const lastName = path.slice(path.lastIndexOf('.') + 1);
  const name = FIELDS[path] ?? FIELDS[lastName] ?? `“${field}”`;
  return `${name}${REASONS[reason](expected === undefined ? '' : String(expected))}`;
}
