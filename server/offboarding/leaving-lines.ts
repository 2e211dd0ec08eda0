import type { OutputOf } from '@contract/contract';
import { openNodes, tasksOf } from '@domain/approval/case';
import { type FlowNode, isHuman, nodeOf } from '@domain/approval/flow';
import type { Instant } from '@domain/time/instant';
import { dateText } from '@domain/time/local-date';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import type { CaseDocument } from '../repositories/cases';
import { momentText } from '../wall-text';
import { dueWords } from '../workflow/case-steps';
import { shippedFlow } from '../workflow/shipped-flows';
import { readStaff } from '../workflow/staff';

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
  const lines = found.map((stored) => {
    const { definition } = shippedFlow(ports.ids, stored.flowId, stored.flowVersion);
    const { state, applicant } = stored;
    const open = openNodes(state)
      .flatMap((current) => {
        const node = nodeOf(definition, current.id);
        return node && waitsForSomebody(node) ? [{ current, node }] : [];
      })
      .sort(
        (a, b) =>
          (a.current.dueAt ?? Infinity) - (b.current.dueAt ?? Infinity) ||
          a.current.openedAt - b.current.openedAt,
      );
    const waits = open.map(({ current, node }): Wait => {
      const names = tasksOf(state, node.id, current.round)
        .filter(({ status }) => status === 'open')
        .map(({ assignee }) => staff.nameOf(assignee));
      return {
        title: node.title,
        who: names.length > 0 ? names.join('、') : node.kind === 'generate' ? '系统' : '正在找处理人',
        sinceText: momentText(org.zone, current.openedAt),
        waitingText: waitingText(now - current.openedAt),
        dueText: current.dueAt === null ? null : dueWords(org, current.dueAt, now),
        overdue: isOverdue(current, now),
      };
    });
    const unit = applicant?.member.unitId ?? '';
    const { lastDay } = state.dates;
    const line: LeavingLine = {
      caseId: stored._id,
      name: applicant?.name ?? '',
      departmentName: org.published.departments.find(({ id }) => id === unit)?.name ?? '',
      branchName: org.branchName(applicant?.member.branchId ?? ''),
      flowTitle: definition.title,
      lastDayText: lastDay === undefined ? null : dateText(lastDay),
      closed: stored.status === 'closed',
      resultText: state.result === null ? '' : RESULTS[state.result],
      overdue: waits.some(({ overdue }) => overdue),
      waits,
    };
    return { line, rank: rankOf(stored, now) };
  });
  return lines.sort((a, b) => a.rank - b.rank).map(({ line }) => line);
}

/** What only a date ends waits for nobody: it is no news in a list. */
const waitsForSomebody = (node: FlowNode): boolean => isHuman(node) || node.kind === 'generate';

const isOverdue = ({ dueAt }: { readonly dueAt: Instant | null }, now: Instant): boolean =>
  dueAt !== null && dueAt < now;

/** The smaller the earlier in the list: by the earliest due date, then the longest wait; closed cases last. */
function rankOf({ state, status }: CaseDocument, now: Instant): number {
  if (status === 'closed') return Number.MAX_SAFE_INTEGER - (state.closedAt ?? 0);
  const open = openNodes(state).filter(({ stalled, dueAt }) => stalled === null && dueAt !== null);
  const earliest = Math.min(...open.map(({ dueAt }) => dueAt ?? now));
  return Number.isFinite(earliest) ? earliest : now + state.startedAt;
}

/** '3 小时', '2 天 3 小时': by the wall, rounded down to whole hours once it is an hour. */
export function waitingText(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} 分钟`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} 小时`;
  const rest = hours % 24;
  return `${Math.floor(hours / 24)} 天${rest === 0 ? '' : ` ${rest} 小时`}`;
}
