import type { OutputOf } from '@contract/contract';
import { type Case, type NodeState, openNodes, tasksOf } from '@domain/approval/case';
import { type FlowNode, nodeOf } from '@domain/approval/flow';
import type { Instant } from '@domain/time/instant';
import { dateText } from '@domain/time/local-date';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import type { CaseDocument } from '../repositories/cases';
import { momentText, waitingText } from '../wall-text';
import { dueWords } from '../workflow/case-steps';
import { shippedFlow } from '../workflow/shipped-flows';
import { readStaff, type Staff } from '../workflow/staff';

export type LeavingLine = OutputOf<'leaving.search'>['lines'][number];
type Wait = LeavingLine['waits'][number];

const RESULTS = { approved: '已通过', rejected: '未通过', finished: '已完成', withdrawn: '已撤回' } as const;

/** Cases as HR reads them in a list: overdue first, then who waits longest; what is over comes last. */
export async function leavingLines(
  ports: Ports,
  org: Organisation,
  found: readonly CaseDocument[],
): Promise<readonly LeavingLine[]> {
  const now = ports.clock.now();
  const known = found.flatMap(({ applicant }) => applicant ?? []);
  const handlers = found.flatMap(({ state }) =>
    openNodes(state).flatMap(({ id, round }) => tasksOf(state, id, round).map(({ assignee }) => assignee)),
  );
  const staff = await readStaff(ports, org, known, [...new Set(handlers)]);
  return [...found].sort(byUrgency).map((stored) => lineOf(ports, org, staff, stored, now));
}

function lineOf(
  { ids }: Ports,
  org: Organisation,
  staff: Staff,
  { _id, flowId, flowVersion, status, state, applicant }: CaseDocument,
  now: Instant,
): LeavingLine {
  const { definition } = shippedFlow(ids, flowId, flowVersion);
  const waits = [...openNodes(state)]
    .sort((a, b) => dueOf(a) - dueOf(b) || a.openedAt - b.openedAt)
    .flatMap((current) => {
      const node = nodeOf(definition, current.id);
      return node && waitsForSomebody(node) ? [waitOf(org, staff, state, node, current, now)] : [];
    });
  const unitId = applicant?.member.unitId ?? '';
  const { lastDay } = state.dates;
  return {
    caseId: _id,
    name: applicant?.name ?? '',
    departmentName: org.published.departments.find(({ id }) => id === unitId)?.name ?? '',
    branchName: org.branchName(applicant?.member.branchId ?? ''),
    flowTitle: definition.title,
    lastDayText: lastDay === undefined ? null : dateText(lastDay),
    closed: status === 'closed',
    resultText: state.result === null ? '' : RESULTS[state.result],
    overdue: waits.some(({ overdue }) => overdue),
    waits,
  };
}

function waitOf(
  org: Organisation,
  staff: Staff,
  state: Case,
  node: FlowNode,
  { round, openedAt, dueAt }: NodeState,
  now: Instant,
): Wait {
  const names = tasksOf(state, node.id, round)
    .filter(({ status }) => status === 'open')
    .map(({ assignee }) => staff.nameOf(assignee));
  const nobody = node.kind === 'generate' ? '系统' : '正在找处理人';
  return {
    title: node.title,
    who: names.length > 0 ? names.join('、') : nobody,
    sinceText: momentText(org.zone, openedAt),
    waitingText: waitingText(now - openedAt),
    dueText: dueAt === null ? null : dueWords(org, dueAt, now),
    overdue: dueAt !== null && dueAt < now,
  };
}

/** What only a date ends waits for nobody: it is no news in a list. */
const waitsForSomebody = ({ kind }: Pick<FlowNode, 'kind'>): boolean => kind !== 'waitUntil';

const dueOf = ({ dueAt }: NodeState): number => dueAt ?? Number.MAX_SAFE_INTEGER;

/** The earliest due first, which is the most overdue; without a date the oldest; what is over last, newest first. */
function byUrgency(a: CaseDocument, b: CaseDocument): number {
  if (a.status !== b.status) return a.status === 'running' ? -1 : 1;
  if (a.status === 'closed') return (b.state.closedAt ?? 0) - (a.state.closedAt ?? 0);
  return earliestDue(a.state) - earliestDue(b.state) || a.state.startedAt - b.state.startedAt;
}

/** By what people are to do: a wait for a date has no handler, and an outage of the clock is nobody's delay. */
const earliestDue = (state: Case): number =>
  Math.min(
    Number.MAX_SAFE_INTEGER,
    ...openNodes(state)
      .filter(({ id, round }) => tasksOf(state, id, round).length > 0)
      .map(dueOf),
  );
