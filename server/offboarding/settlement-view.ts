import type { OutputOf } from '@contract/contract';
import { tasksOf } from '@domain/approval/case';
import type { Settlement, SettlementVersion } from '@domain/offboarding/settlement';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { settlements } from '../repositories/settlements';
import { momentText } from '../wall-text';
import { dueWords } from '../workflow/case-steps';
import { handedOverOn } from './handed-over-on';
import type { OpenCase } from '../workflow/open-case';
import { linkOf, openLeavingCase, taskAt } from '../workflow/open-leaving-case';

export type SettlementView = OutputOf<'settlement.view'>;

/** Where finance proposes and the employee answers. */
export const SETTLEMENT_NODE = 'settlement';
export const ANSWER_NODE = 'settlementAnswer';
const WAGES_NODE = 'wages';

/** As the caller may see it now. Null for whoever has no business with the pay. */
export async function readSettlement(
  ports: Ports,
  caller: Caller,
  caseId: string,
): Promise<SettlementView | null> {
  const [leaving, settlement] = await Promise.all([
    openLeavingCase(ports, caller, caseId),
    settlements.read(ports.database, caseId),
  ]);
  return leaving && settlementView(leaving, settlement);
}

function settlementView(leaving: OpenCase, settlement: Settlement): SettlementView | null {
  if (!leaving.may('viewSettlement')) return null;
  const { stored, staff } = leaving;
  const { dates } = stored.state;
  return {
    caseId: stored._id,
    employeeName: staff.nameOf(stored.applicantId),
    contractEnd: dates.contractEnd ?? dates.lastDay ?? null,
    handedOverOn: handedOverOn(leaving.stored.state, leaving.org.zone),
    versions: settlement.versions.map((version) => versionView(leaving, version)),
    propose: linkOf(taskAt(leaving, SETTLEMENT_NODE)),
    answer: linkOf(taskAt(leaving, ANSWER_NODE)),
    wagesText: wagesText(leaving),
  };
}

function versionView(
  { org, staff }: OpenCase,
  { number, digest, lines, proposedBy, proposedAt, answer }: SettlementVersion,
): SettlementView['versions'][number] {
  return {
    number,
    digest,
    lines: lines.map(({ kind, note, fen }) => ({ kind, note, fen })),
    proposedByName: staff.nameOf(proposedBy),
    proposedText: momentText(org.zone, proposedAt),
    answer: answer && {
      is: answer.is,
      byName: staff.nameOf(answer.by),
      whenText: momentText(org.zone, answer.at),
      reason: answer.is === 'objected' ? answer.reason : '',
    },
  };
}

/** Whether the wages are paid, seen from the case: when, or who is at it and until when. */
function wagesText({ stored: { state }, staff, org, now }: OpenCase): string {
  const node = state.nodes[WAGES_NODE];
  if (!node) return '合同终止当日一次付清，不等交接，也不等确认';
  if (node.closedAt !== null) return `财务已登记付清，${momentText(org.zone, node.closedAt)}`;
  const names = tasksOf(state, WAGES_NODE, node.round)
    .filter(({ status }) => status === 'open')
    .map(({ assignee }) => staff.nameOf(assignee));
  const due = node.dueAt === null ? '' : `，${dueWords(org, node.dueAt, now)}`;
  return `等待${names.join('、')}付清${due}`;
}
