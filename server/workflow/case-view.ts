import type { OutputOf } from '@contract/contract';
import { type Case, openTasks, participantsOf, type Task, tasksOf } from '@domain/approval/case';
import type { FlowNode, FlowVersion } from '@domain/approval/flow';
import { isHuman } from '@domain/approval/flow';
import type { Instant } from '@domain/time/instant';
import { clockText } from '@domain/time/work-minute';
import { dateText } from '@domain/time/local-date';
import type { Organisation } from '../organisation';
import { durationText, momentText } from '../wall-text';
import { correctionOf } from './case-fact';
import type { Staff } from './staff';

export type CaseView = OutputOf<'case.view'>;
type StepView = CaseView['steps'][number];
type OfferedAction = NonNullable<CaseView['task']>['actions'][number];

export interface CaseReading {
  readonly org: Organisation;
  readonly flow: FlowVersion;
  readonly state: Case;
  readonly staff: Staff;
  /** Whoever looks. */
  readonly viewerId: string;
  readonly now: Instant;
  readonly photos: CaseView['photos'];
  readonly comments: CaseView['comments'];
  readonly outcome: string | null;
  readonly next: CaseView['next'];
}

/** Whether this person has a part in the case, or looks after such cases. */
export function maySee({
  flow,
  state,
  staff,
  viewerId,
}: Pick<CaseReading, 'flow' | 'state' | 'staff' | 'viewerId'>): boolean {
  const branch = staff.directory.person(state.applicant)?.branchId ?? undefined;
  const { administrator } = flow.definition;
  return (
    participantsOf(state).includes(viewerId) ||
    staff.directory.holders(administrator, branch).includes(viewerId)
  );
}

export function caseView(reading: CaseReading): CaseView {
  const { state, flow, staff, viewerId } = reading;
  const task = openTasks(state).find(({ assignee }) => assignee === viewerId) ?? null;
  return {
    caseId: state.id,
    title: flow.definition.title,
    applicantName: staff.nameOf(state.applicant),
    status: statusOf(reading),
    facts: factsOf(reading),
    photos: reading.photos,
    steps: flow.definition.nodes.flatMap((node) => stepOf(reading, node)),
    comments: reading.comments,
    task: task && taskView(flow, task),
    canWithdraw:
      state.status === 'running' && viewerId === state.applicant && flow.definition.path === 'request',
    outcome: reading.outcome,
    next: reading.next,
  };
}

function statusOf({ state, staff }: CaseReading): CaseView['status'] {
  if (state.status === 'closed') {
    const words = {
      approved: { tone: 'ok', text: '已通过' },
      rejected: { tone: 'missing', text: '未通过' },
      finished: { tone: 'ok', text: '已完成' },
      withdrawn: { tone: 'none', text: '已撤回' },
    } as const;
    return words[state.result ?? 'finished'];
  }
  const waiting = openTasks(state).map(({ assignee }) => staff.nameOf(assignee));
  return { tone: 'info', text: waiting.length > 0 ? `等待${waiting.join('、')}处理` : '处理中' };
}

function factsOf({ state }: CaseReading): CaseView['facts'] {
  const asked = correctionOf(state);
  if (!asked) return [];
  return [
    { label: '日期', value: dateText(asked.date) },
    { label: '补哪张卡', value: `${asked.card === 'in' ? '上班卡' : '下班卡'} ${clockText(asked.minute)}` },
    { label: '原因', value: asked.reason },
  ];
}

function stepOf(reading: CaseReading, node: FlowNode): readonly StepView[] {
  const { state, org, now, staff, viewerId } = reading;
  const current = state.nodes[node.id];
  if (node.kind === 'end' || node.kind === 'cc') return [];
  if (!current)
    return state.status === 'closed'
      ? []
      : [
          {
            ...blank(node),
            state: 'next',
            tone: 'none',
            who: '',
            when: null,
            due: null,
            overdue: false,
            canUrge: false,
          },
        ];
  const tasks = tasksOf(state, node.id, current.round);
  const open = current.status === 'open';
  const overdue = open && current.dueAt !== null && current.dueAt < now;
  const mine = tasks.some(({ assignee, status }) => assignee === viewerId && status === 'open');
  return [
    {
      ...blank(node),
      state: open
        ? 'now'
        : current.status === 'void'
          ? 'void'
          : current.outcome === 'skipped'
            ? 'skipped'
            : 'done',
      tone: open ? (overdue ? 'late' : 'info') : current.outcome === 'rejected' ? 'missing' : 'ok',
      who: open ? waitingWords(tasks, staff) : doneWords(state, tasks, staff),
      when:
        current.closedAt === null
          ? null
          : `${momentText(org.zone, current.closedAt)}，用时 ${spent(current)}`,
      due: open && current.dueAt !== null ? dueWords(org, current.dueAt, now) : null,
      overdue,
      canUrge:
        open && !mine && isHuman(node) && node.actions.includes('urge') && state.applicant === viewerId,
    },
  ];
}

const blank = (node: FlowNode): Pick<StepView, 'nodeId' | 'title'> => ({
  nodeId: node.id,
  title: node.title,
});

const spent = ({ openedAt, closedAt }: { openedAt: Instant; closedAt: Instant | null }): string =>
  durationText(Math.max(1, Math.round(((closedAt ?? openedAt) - openedAt) / 60_000)));

const waitingWords = (tasks: readonly Task[], staff: Staff): string => {
  const names = tasks.filter(({ status }) => status === 'open').map(({ assignee }) => staff.nameOf(assignee));
  return names.length > 0 ? `等待 ${names.join('、')}` : '正在找处理人';
};

const DECIDED: Readonly<Record<string, string>> = {
  agreed: '同意',
  rejected: '未同意',
  returned: '退回',
  completed: '完成',
  acknowledged: '知悉',
};

function doneWords(state: Case, tasks: readonly Task[], staff: Staff): string {
  const words = tasks.flatMap(({ decision }) =>
    decision ? [`${staff.nameOf(decision.by)} ${DECIDED[decision.outcome] ?? '处理完成'}`] : [],
  );
  // The applicant's own form is done by starting the case.
  return words.length > 0 ? words.join('、') : `${staff.nameOf(state.initiator)} 提交`;
}

/** '11月24日 周二 18:00 前', or how long it is overdue. */
export function dueWords(org: Organisation, dueAt: Instant, now: Instant): string {
  if (dueAt < now) return `已超时 ${durationText(Math.max(1, Math.floor((now - dueAt) / 60_000)))}`;
  return `${momentText(org.zone, dueAt)} 前`;
}

const OFFERED: Readonly<Record<string, readonly OfferedAction[]>> = {
  decide: ['agree'],
  acknowledge: ['acknowledge'],
  form: ['complete'],
  task: ['complete'],
};

function taskView({ definition }: FlowVersion, { id, nodeId, round }: Task): CaseView['task'] {
  const node = definition.nodes.find((one) => one.id === nodeId);
  if (!node || !isHuman(node)) return null;
  const optional = (['reject', 'return', 'transfer'] as const).filter((action) =>
    node.actions.includes(action),
  );
  return {
    taskId: id,
    round,
    title: node.title,
    actions: [...(OFFERED[node.kind] ?? []), ...optional],
    // Whoever got a form back says what is different now.
    reasonFor: ['reject', 'return', ...(node.kind === 'form' ? ['complete'] : [])],
  };
}
