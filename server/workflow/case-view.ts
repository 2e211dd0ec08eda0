import type { OutputOf } from '@contract/contract';
import { openTasks, type Task } from '@domain/approval/case';
import { isHuman, nodeOf } from '@domain/approval/flow';
import { dateText } from '@domain/time/local-date';
import { clockText } from '@domain/time/work-minute';
import { outsideFacts, outsideOf } from '../attendance/outside-fields';
import { changeableDates } from '../leaving/case-dates';
import { leavingFacts } from '../leaving/leaving-facts';
import { requestFacts, requestOf, revocationOf } from '../requests/request-fields';
import { swapFacts, swapOf } from '../rosters/swap-fields';
import { momentText } from '../wall-text';
import { correctionOf } from './case-fact';
import { partiesOf } from './case-parties';
import { stepsOf } from './case-steps';
import type { OpenCase } from './open-case';
import { papersToCheck } from './paper-signatures';
import { taskOf, taskView } from './task-view';

export type CaseView = OutputOf<'case.view'>;

/** What was read beside the case for this view of it. */
export interface Beside extends Pick<
  CaseView,
  'photos' | 'comments' | 'unread' | 'items' | 'uploadFolder' | 'outcome' | 'next' | 'reports' | 'pages'
> {
  /** The task that the link names. */
  readonly taskId: string | null;
}

export function caseView(opened: OpenCase, { taskId, ...beside }: Beside): CaseView {
  const { stored, flow, staff, viewerId, may } = opened;
  const { state } = stored;
  const task = taskOf(opened, taskId);
  const running = state.status === 'running';
  return {
    caseId: state.id,
    flowId: flow.definition.id,
    title: flow.definition.title,
    applicantName: staff.nameOf(state.applicant),
    isApplicant: viewerId === state.applicant,
    status: statusOf(opened),
    facts: [...factsOf(opened)],
    steps: [...stepsOf(opened)],
    canComment: running && may('comment'),
    canReadPapers: flow.definition.path !== 'request' && (may('downloadPapers') || hasSigned(opened)),
    people: peopleOf(opened),
    ...copyOf(opened, task),
    seq: state.seq,
    task: task && taskView(opened, task),
    withdraw: withdrawOf(opened),
    proposal: proposalOf(opened),
    ...changeableDates(opened),
    withdrawal: withdrawalOf(opened),
    papers: [...papersToCheck(opened)],
    ...beside,
  };
}

function statusOf({ stored: { state }, staff }: OpenCase): CaseView['status'] {
  if (state.status === 'closed') {
    const words = {
      approved: { tone: 'ok', text: '已通过' },
      rejected: { tone: 'missing', text: '未通过' },
      finished: { tone: 'ok', text: '已完成' },
      withdrawn: { tone: 'none', text: '已撤回' },
    } as const;
    return words[state.result ?? 'finished'];
  }
  const waiting = [...new Set(openTasks(state).map(({ assignee }) => staff.nameOf(assignee)))];
  if (waiting.length > 3)
    return { tone: 'info', text: `等待${waiting.slice(0, 2).join('、')}等 ${waiting.length} 人处理` };
  return { tone: 'info', text: waiting.length > 0 ? `等待${waiting.join('、')}处理` : '处理中' };
}

function factsOf(opened: OpenCase): CaseView['facts'] {
  const { state } = opened.stored;
  if (state.flow.id.startsWith('leave-')) return leavingFacts(opened);
  const request = requestOf(state);
  if (request) return requestFacts(request);
  const revoked = revocationOf(state);
  if (revoked)
    return [
      { label: '撤销', value: revoked.request },
      { label: '原因', value: revoked.reason },
    ];
  const swap = swapOf(state);
  if (swap) return swapFacts(swap);
  const outside = outsideOf(state);
  if (outside) return outsideFacts(outside);
  const asked = correctionOf(state);
  if (!asked) return [];
  return [
    { label: '日期', value: dateText(asked.date) },
    { label: '补哪张卡', value: `${asked.card === 'in' ? '上班卡' : '下班卡'} ${clockText(asked.minute)}` },
    { label: '原因', value: asked.reason },
  ];
}

/** Whoever signed a document of the case may read its paper. */
const hasSigned = ({ stored: { state }, viewerId }: OpenCase): boolean =>
  state.signatures.some(({ person, voidedBySeq }) => person === viewerId && voidedBySeq === null);

/** Who can be mentioned: the others. */
const peopleOf = (opened: OpenCase): CaseView['people'] =>
  partiesOf(opened)
    .filter((id) => id !== opened.viewerId)
    .map((id) => ({ employmentId: id, name: opened.staff.nameOf(id) }));

/** 抄送 is the applicant's in the own case, and the handler's at a step that offers it (moves/copy-to.ts). */
function copyOf(
  { stored: { state }, flow, viewerId, may }: OpenCase,
  task: Task | null,
): Pick<CaseView, 'copyAt'> {
  if (state.status !== 'running' || !may('involveOthers')) return {};
  if (viewerId === state.applicant) return { copyAt: { nodeId: null } };
  const node = task && nodeOf(flow.definition, task.nodeId);
  return node && isHuman(node) && node.actions.includes('cc') ? { copyAt: { nodeId: node.id } } : {};
}

/** By the law path, as the engine decides it (moves/withdraw.ts). */
function withdrawOf({ stored: { state }, flow, viewerId }: OpenCase): CaseView['withdraw'] {
  const { path, start } = flow.definition;
  const whose = path === 'employer' ? state.initiator : state.applicant;
  if (state.status !== 'running' || viewerId !== whose) return null;
  if (path === 'request') return 'now';
  const hasSigned = state.signatures.some(({ nodeId }) => nodeId !== start);
  if (path !== 'notice' && !hasSigned) return 'now';
  return state.withdrawal?.granted === null ? null : 'ask';
}

function proposalOf({ stored: { state }, staff, may }: OpenCase): CaseView['proposal'] {
  const { proposal, status } = state;
  if (proposal === null || status !== 'running') return null;
  const { lastDay, by } = proposal;
  return { lastDay, lastDayText: dateText(lastDay), byName: staff.nameOf(by), canAnswer: may('answerDate') };
}

function withdrawalOf({ stored: { state }, org, staff, may }: OpenCase): CaseView['withdrawal'] {
  const { withdrawal, status } = state;
  if (withdrawal === null || withdrawal.granted !== null || status !== 'running') return null;
  return {
    reason: withdrawal.reason,
    whenText: momentText(org.zone, withdrawal.at),
    byName: staff.nameOf(withdrawal.by),
    canAnswer: may('answerWithdrawal'),
  };
}
