import type { CaseEvent } from '@domain/approval/events';
import { participantsOf } from '@domain/approval/case';
import { explain } from '@domain/attendance/explain';
import { dateText } from '@domain/time/local-date';
import type { Caller } from '../caller';
import { wordOf } from '../attendance/day-words';
import { sheetsByMonth } from '../attendance/judged-days';
import { dayOf, deskOver } from '../attendance/punch-desk';
import { reopenDesk } from '../attendance/record-punch';
import { type Organisation, recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { type CaseDocument, cases } from '../repositories/cases';
import { commits } from '../repositories/commits';
import { employments } from '../repositories/employments';
import { inbox } from '../repositories/inbox';
import { photos } from '../repositories/photos';
import { momentText } from '../wall-text';
import { caseView, type CaseView, maySee } from './case-view';
import { correctionOf } from './case-fact';
import { shippedFlow } from './shipped-flows';
import { readStaff, type Staff, staffEntry } from './staff';

/** The people of a case, with the caller and the applicant as they are known without another read. */
export function staffOf(
  ports: Ports,
  org: Organisation,
  caller: Caller,
  stored: CaseDocument | null,
  more: readonly string[] = [],
): Promise<Staff> {
  const known = [
    staffEntry(org, caller.employment, ports.clock.now()),
    ...(stored?.applicant ? [stored.applicant] : []),
  ];
  return readStaff(ports, org, known, [...(stored ? participantsOf(stored.state) : []), ...more]);
}

/** The case as the caller may see it; null for an unknown case and for somebody else's alike. */
export async function readCase(ports: Ports, caller: Caller, caseId: string): Promise<CaseView | null> {
  const [stored, org] = await Promise.all([cases.read(ports.database, caseId), recentOrganisation(ports)]);
  if (!stored) return null;
  const flow = shippedFlow(ports.ids, stored.flowId, stored.flowVersion);
  const staff = await staffOf(ports, org, caller, stored);
  const viewerId = caller.employment._id;
  if (!maySee({ flow, state: stored.state, staff, viewerId })) return null;
  const [log, waiting] = await Promise.all([
    commits.ofCase(ports.database, caseId),
    inbox.todo(ports.database, viewerId),
  ]);
  const events = log.flatMap((commit) => commit.events);
  const next = waiting.find((item) => item.caseId !== caseId);
  return caseView({
    org,
    flow,
    state: stored.state,
    staff,
    viewerId,
    now: ports.clock.now(),
    photos: await photosOf(ports, events),
    comments: commentsOf(org, staff, events),
    outcome: await outcomeOf(ports, org, stored),
    next: next
      ? { title: next.title, link: { caseId: next.caseId, taskId: next.taskId, round: next.round } }
      : null,
  });
}

function commentsOf(org: Organisation, staff: Staff, events: readonly CaseEvent[]): CaseView['comments'] {
  return events.flatMap(({ body, at, actor }) => {
    const text =
      body.type === 'commented'
        ? body.text
        : body.type === 'taskDecided'
          ? body.comment
          : body.type === 'returned'
            ? body.reason
            : null;
    if (!text || actor.who !== 'person') return [];
    return [{ byName: staff.nameOf(actor.id), text, whenText: momentText(org.zone, at) }];
  });
}

/** Pictures that came with the case, at addresses that live ten minutes. */
async function photosOf(
  { database, files }: Ports,
  events: readonly CaseEvent[],
): Promise<CaseView['photos']> {
  const digests = [
    ...new Set(
      events.flatMap(({ body }) =>
        body.type === 'commented' || body.type === 'taskDecided' ? body.photos : [],
      ),
    ),
  ];
  const kept = await photos.read(database, digests);
  const addresses = await files.addresses(kept.map(({ fileId }) => fileId));
  return kept.flatMap(({ _id, fileId }) => {
    const url = addresses.get(fileId);
    return url ? [{ digest: _id, url }] : [];
  });
}

/** What a granted correction made of the day. */
async function outcomeOf(ports: Ports, org: Organisation, { state }: CaseDocument): Promise<string | null> {
  const asked = correctionOf(state);
  if (!asked || state.result !== 'approved') return null;
  const employment = await employments.read(ports.database, state.applicant);
  if (!employment) return null;
  const desk = await reopenDesk(ports, deskOver(org, employment, sheetsByMonth([]), ports.clock.now()));
  if (!desk.days.some(({ date }) => date === asked.date)) return null;
  const { verdict } = dayOf(desk, asked.date);
  return `${dateText(asked.date)} 已重新判定：${wordOf(verdict)}。${explain(verdict).join('')}`;
}
