import { type Case, type Task, tasksOf } from '@domain/approval/case';
import type { FlowNode } from '@domain/approval/flow';
import { isHuman } from '@domain/approval/flow';
import type { Instant } from '@domain/time/instant';
import type { Organisation } from '../organisation';
import { durationText, momentText, waitingText } from '../wall-text';
import type { CaseView } from './case-view';
import type { OpenCase } from './open-case';
import type { Staff } from './staff';

type StepView = CaseView['steps'][number];

/** The road as people follow it: every node where something happens, done, now or next. */
export const stepsOf = (opened: OpenCase): readonly StepView[] =>
  opened.flow.definition.nodes.flatMap((node) => stepOf(opened, node));

function stepOf(opened: OpenCase, node: FlowNode): readonly StepView[] {
  const { org, now, staff } = opened;
  const { state } = opened.stored;
  const current = state.nodes[node.id];
  if (node.kind === 'end' || node.kind === 'cc') return [];
  const { id: nodeId, title } = node;
  if (!current) return state.status === 'closed' ? [] : [{ ...ahead, nodeId, title }];
  const tasks = tasksOf(state, nodeId, current.round);
  const open = current.status === 'open';
  const overdue = open && current.dueAt !== null && current.dueAt < now;
  return [
    {
      nodeId,
      title,
      state: stateOf(current),
      tone: open ? (overdue ? 'late' : 'info') : (CLOSED_TONES[current.outcome ?? ''] ?? 'ok'),
      who: open ? waitingWords(node, tasks, staff) : doneWords(state, node, tasks, staff),
      when:
        current.closedAt === null
          ? null
          : `${momentText(org.zone, current.closedAt)}，用时 ${spent(current)}`,
      due: open && current.dueAt !== null && isHuman(node) ? dueWords(org, current.dueAt, now) : null,
      overdue,
      ...offersOf(opened, node, tasks, open, current.stalled !== null),
    },
  ];
}

const ahead = {
  state: 'next',
  tone: 'none',
  who: '',
  when: null,
  due: null,
  overdue: false,
  canUrge: false,
  canWaive: false,
  canAssign: false,
} as const;

const CLOSED_TONES: Readonly<Record<string, StepView['tone']>> = {
  rejected: 'missing',
  objected: 'missing',
  lapsed: 'info',
  waived: 'info',
  skipped: 'none',
};

function stateOf({ status, outcome }: Case['nodes'][string]): StepView['state'] {
  if (status === 'open') return 'now';
  if (status === 'void') return 'void';
  return outcome === 'skipped' ? 'skipped' : 'done';
}

/** What the viewer may do at an open step that is somebody else's. */
function offersOf(
  { viewerId, may }: OpenCase,
  node: FlowNode,
  tasks: readonly Task[],
  open: boolean,
  stalled: boolean,
): Pick<StepView, 'canUrge' | 'canWaive' | 'canAssign'> {
  if (!open || !isHuman(node)) return { canUrge: false, canWaive: false, canAssign: false };
  const mine = tasks.some(({ assignee, status }) => assignee === viewerId && status === 'open');
  return {
    canUrge: !mine && node.actions.includes('urge') && may('urge'),
    canWaive: node.actions.includes('waive') && may('waive'),
    canAssign: stalled && may('assignHandler'),
  };
}

const spent = ({ openedAt, closedAt }: { openedAt: Instant; closedAt: Instant | null }): string =>
  lengthText((closedAt ?? openedAt) - openedAt);

function waitingWords(node: FlowNode, tasks: readonly Task[], staff: Staff): string {
  if (node.kind === 'waitUntil') return '到时自动继续';
  if (node.kind === 'generate') return '正在生成文件';
  const names = tasks.filter(({ status }) => status === 'open').map(({ assignee }) => staff.nameOf(assignee));
  return names.length > 0 ? `等待 ${names.join('、')}` : '正在找处理人';
}

const DECIDED: Readonly<Record<string, string>> = {
  agreed: '同意',
  rejected: '未同意',
  returned: '退回',
  completed: '完成',
  acknowledged: '知悉',
  objected: '提出异议',
  signed: '签署',
  settled: '结算',
};

/** How a step ended without anybody's answer. */
const BY_ITSELF: Readonly<Record<string, string>> = {
  lapsed: '到期自动继续',
  waived: '已免办',
  skipped: '不需要',
  generated: '文件已生成',
  reached: '已到时间',
};

function doneWords(state: Case, node: FlowNode, tasks: readonly Task[], staff: Staff): string {
  const byItself = BY_ITSELF[state.nodes[node.id]?.outcome ?? ''];
  if (byItself !== undefined) return byItself;
  const words = tasks.flatMap(({ decision }) =>
    decision ? [`${staff.nameOf(decision.by)} ${DECIDED[decision.outcome] ?? '处理完成'}`] : [],
  );
  // The applicant's own form is done by starting the case.
  return words.length > 0 ? words.join('、') : `${staff.nameOf(state.initiator)} 提交`;
}

/** '11月24日 周二 18:00 前', or how long it is overdue. */
export function dueWords(org: Organisation, dueAt: Instant, now: Instant): string {
  if (dueAt < now) return `已超时 ${lengthText(now - dueAt)}`;
  return `${momentText(org.zone, dueAt)} 前`;
}

const DAY_MS = 86_400_000;

/** To the minute within a day, in days and hours beyond: nobody counts 560 hours. */
const lengthText = (milliseconds: number): string =>
  milliseconds < DAY_MS
    ? durationText(Math.max(1, Math.floor(milliseconds / 60_000)))
    : waitingText(milliseconds);
