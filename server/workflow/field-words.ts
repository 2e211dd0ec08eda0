import type { DateName } from '@domain/approval/flow';
import type { CaseRole } from '@domain/offboarding/permissions';

/** What the fields of the shipped flows are called on a phone, by name; a node's own word comes first. */
const FIELDS: Readonly<Record<string, string>> = {
  answerBy: '要求答复的最后日期',
  article: '所依据的法律条款',
  assetsListed: '资产已列清',
  attempts: '已经怎样联系过',
  card: '补哪张卡',
  compensationFen: '经济补偿（分）',
  contractChecked: '合同期限已核对',
  date: '日期',
  daysShort: '比通知期早几天',
  fundChecked: '公积金已核对',
  ground: '解除的事由',
  insuranceChecked: '社保已核对',
  lastSeen: '最后一次联系上的日期',
  minute: '时间',
  proofConsent: '同意提供并使用证明材料',
  reason: '原因',
  // Of requests (domain/approval/flows/requests.ts).
  balance: '余额',
  duration: '时长',
  from: '开始日期',
  fromAfternoon: '从下午开始',
  fromMinute: '开始时间',
  leaveName: '假期',
  leaveType: '假期类型',
  minutes: '工作分钟数',
  mode: '按天还是按小时',
  place: '地点',
  request: '要撤销的申请',
  requestId: '申请编号',
  to: '结束日期',
  toMinute: '结束时间',
  untilNoon: '到中午为止',
  // Of swaps (domain/approval/flows/swap.ts).
  agreed: '换班前后的班次',
  colleague: '和谁换班',
  colleagueName: '同事姓名',
  mine: '我的日子',
  swapText: '换成什么',
  theirs: '对方的日子',
  recipient: '交接接收人',
  segment: '第几段班次',
  wishedLastDay: '希望的最后工作日',
  words: '想说的话',
};

const CHOICES: Readonly<Record<string, string>> = {
  pay: '薪酬福利',
  growth: '发展机会',
  workload: '工作强度',
  management: '管理方式',
  family: '家庭原因',
  health: '身体原因',
  commute: '通勤距离',
  other: '其他',
  in: '上班卡',
  out: '下班卡',
  days: '按天',
  time: '按小时',
};

/** The field in people's words; a flow's own field that nobody worded yet is called what the flow calls it. */
export const fieldLabel = (name: string): string => FIELDS[name] ?? name;

export const choiceLabel = (value: string): string => CHOICES[value] ?? value;

const DOCUMENTS: Readonly<Record<string, string>> = {
  notice: '离职通知',
  receipt: '送达回执',
  agreement: '离职协议',
  handover: '交接清单',
  settlement: '结算单',
  certificate: '离职证明',
  nonCompete: '竞业限制告知书',
  archiveIndex: '归档目录',
};

export const documentTitle = (key: string): string => DOCUMENTS[key] ?? '文件';

const DATES: { readonly [Name in DateName]: string } = {
  notice: '通知送达日',
  lastDay: '最后工作日',
  handoverDue: '交接截止日',
  contractEnd: '合同终止日',
  accessEnd: '账号停用时间',
  payrollEnd: '薪资截止日',
};

export const dateLabel = (name: DateName): string => DATES[name];

const ROLES: { readonly [Role in CaseRole]: string } = {
  applicant: '员工本人',
  directLeader: '直属上级',
  recipient: '交接接收人',
  branchHr: '分公司人事',
  groupHr: '人事',
  keeper: 'IT 或行政',
  finance: '财务',
  former: '员工本人',
};

export const roleTitle = (role: CaseRole): string => ROLES[role];
