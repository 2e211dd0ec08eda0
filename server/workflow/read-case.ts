import { explain } from '@domain/attendance/explain';
import { dateText } from '@domain/time/local-date';
import type { Caller } from '../caller';
import { wordOf } from '../attendance/day-words';
import { sheetsByMonth } from '../attendance/judged-days';
import { outsideOf } from '../attendance/outside-fields';
import { dayOf, deskOver } from '../attendance/punch-desk';
import { reopenDesk } from '../attendance/record-punch';
import { requestFact, requestOf } from '../requests/request-fields';
import { swapOutcome } from '../rosters/settle-swap';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import { caseSeen } from '../repositories/case-seen';
import type { CaseDocument } from '../repositories/cases';
import { caseDocuments } from '../repositories/case-documents';
import { commits } from '../repositories/commits';
import { employments } from '../repositories/employments';
import { handovers } from '../repositories/handovers';
import { inbox } from '../repositories/inbox';
import { correctionOf } from './case-fact';
import { caseView, type CaseView } from './case-view';
import { conversationOf } from './conversation';
import { reportsOf } from './effect-reports';
import { pagesOf } from './leaving-pages';
import { openCase, type OpenCase } from './open-case';
import { uploadFolderOf } from '../files/uploads';

/**
 * The case as the caller may see it; null for an unknown case and for somebody else's alike.
 *
 * @param taskId the task that a link names; without it the one that is due first
 */
export async function readCase(
  ports: Ports,
  caller: Caller,
  caseId: string,
  taskId: string | null = null,
): Promise<CaseView | null> {
  const opened = await openCase(ports, caller, caseId);
  if (!opened) return null;
  const { viewerId, org, stored } = opened;
  const isLeaving = stored.flowId.startsWith('leave-');
  const [log, items, waiting, seenSeq, rows] = await Promise.all([
    commits.ofCase(ports.database, caseId),
    itemsOf(ports, opened),
    inbox.todo(ports.database, viewerId),
    caseSeen.read(ports.database, caseId, viewerId),
    isLeaving && opened.may('checkAsHr') ? caseDocuments.ofCase(ports.database, caseId) : [],
  ]);
  const events = log.flatMap((commit) => commit.events);
  const next = waiting.find((item) => item.caseId !== caseId || item.taskId !== taskId);
  return caseView(opened, {
    taskId,
    items,
    ...(await conversationOf(ports, opened, events, seenSeq, items)),
    uploadFolder: uploadFolderOf(caller.openid),
    ...(isLeaving && { reports: [...reportsOf(opened, log, rows)], pages: [...pagesOf(opened)] }),
    outcome: await outcomeOf(ports, org, stored),
    next: next
      ? { title: next.title, link: { caseId: next.caseId, taskId: next.taskId, round: next.round } }
      : null,
  });
}

/** What a thread can be about: the items of the handover's list, once there is one. */
export async function itemsOf(
  { database }: Ports,
  { stored }: Pick<OpenCase, 'stored'>,
): Promise<CaseView['items']> {
  if (!('handover' in stored.state.nodes)) return [];
  const handover = await handovers.read(database, stored._id);
  return (handover?.template.items ?? []).map(({ key, title }) => ({ key, title }));
}

/** What a granted correction made of the day. */
async function outcomeOf(ports: Ports, org: Organisation, { state }: CaseDocument): Promise<string | null> {
  if (state.result !== 'approved') return null;
  const request = requestOf(state);
  if (request) return `已计入考勤：${requestFact(request)}`;
  const asked = correctionOf(state) ?? outsideOf(state);
  if (!asked) return swapOutcome(ports, state);
  const employment = await employments.read(ports.database, state.applicant);
  if (!employment) return null;
  const desk = await reopenDesk(ports, deskOver(org, employment, sheetsByMonth([]), ports.clock.now()));
  if (!desk.days.some(({ date }) => date === asked.date)) return null;
  const { verdict } = dayOf(desk, asked.date);
  return `${dateText(asked.date)} 已重新判定：${wordOf(verdict)}。${explain(verdict).join('')}`;
}
