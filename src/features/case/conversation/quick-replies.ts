/** Words that are said again and again in a leaving; one tap each. */
export interface QuickReply {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** A picture goes along: the camera opens first. */
  readonly photo: boolean;
}

/** 离职注意事项: what the employee should know in time. Pay and certificate depend on none of it, and it says so. */
const NOTES_FOR_LEAVERS = [
  '离职注意事项：',
  '1. 最后工作日前归还电脑、门禁卡、证件等公司物品，归还时拍一张照片发在这里；',
  '2. 交接清单填好后提交给接收人，有缺的会退回补充；',
  '3. 借款和报销请在最后工作日前结清；',
  '4. 社保、公积金停缴与转移、档案转移由人事办理，进度在本页可以看到；',
  '5. 工资结清和离职证明按法律规定办理，不受交接进度影响。',
].join('\n');

const FROM_LEAVER: readonly QuickReply[] = [
  { id: 'returned', title: '已归还（拍照）', text: '已归还', photo: true },
  { id: 'noted', title: '收到', text: '收到，会按时办理', photo: false },
  { id: 'what-else', title: '还需要什么？', text: '请帮忙看一下，还需要我做什么？', photo: false },
];

const TO_LEAVER: readonly QuickReply[] = [
  { id: 'notes', title: '离职注意事项', text: NOTES_FOR_LEAVERS, photo: false },
  {
    id: 'bring-back',
    title: '请归还物品',
    text: '请在最后工作日前归还公司物品，并拍一张照片发在这里',
    photo: false,
  },
  { id: 'received', title: '已收到物品', text: '物品已收到，谢谢', photo: false },
];

/** For one side of a leaving; other cases have none. */
export function quickReplies(flowId: string, isApplicant: boolean): readonly QuickReply[] {
  if (!flowId.startsWith('leave-')) return [];
  return isApplicant ? FROM_LEAVER : TO_LEAVER;
}
