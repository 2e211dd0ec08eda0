import type { Case } from '@domain/approval/case';
import type { ApprovalKind } from '@domain/attendance/approval';
import { dropped, granted, type StandingEntry } from '@domain/attendance/request-book';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { requestBooks } from '../repositories/request-books';
import { monthText } from '../wall-text';
import { changeBook } from './change-book';
import { type Laid, layApprovals } from './lay-approvals';
import { measureStanding, offeredOnce } from './measure';
import { requestOf, revocationOf } from './request-fields';
import { tellHr } from './tell-hr';

/**
 * What the end of a request does: granted, its balance is spent and the days know of it; not granted or withdrawn, the
 * balance comes back. A granted revocation takes an earlier request off the days and gives back what it spent. As often
 * as it runs, it happens once. Nothing for cases of other flows, and for those that still run.
 *
 * Throws when the month was locked meanwhile: the effect waits, HR is told, and it is done once the month is open again.
 */
export async function settleRequest(ports: Ports, org: Organisation, state: Case): Promise<void> {
  if (state.status !== 'closed') return;
  const asked = requestOf(state);
  if (asked) {
    if (state.result === 'approved') await grant(ports, org, state);
    else await drop(ports, org, state.applicant, state.id, asked.kind, asked.fields.leaveType ?? '');
    return;
  }
  const revoked = revocationOf(state);
  if (revoked && state.result === 'approved') await revoke(ports, org, state, revoked.requestId);
}

async function grant(ports: Ports, org: Organisation, state: Case): Promise<void> {
  const { entry, employment } = await standing(ports, state.applicant, state.id);
  if (!entry) return;
  const { kind, type, span } = entry;
  const leave = offeredOnce(org, kind, type);
  await changeBook(ports, org, state.applicant, (book) => granted(book, state.id, leave));
  const { byMonth } = await measureStanding(ports, org, employment, { kind, leave, span });
  const months = [...new Set([...entry.months, ...byMonth.keys()])];
  await tellOfLock(ports, org, state, await layApprovals(ports, org, employment, state.id, months, byMonth));
}

async function drop(
  ports: Ports,
  org: Organisation,
  applicant: string,
  caseId: string,
  kind: ApprovalKind,
  type: string,
): Promise<void> {
  await changeBook(ports, org, applicant, (book) => dropped(book, caseId, offeredOnce(org, kind, type)));
}

async function revoke(ports: Ports, org: Organisation, state: Case, requestId: string): Promise<void> {
  const { entry, employment } = await standing(ports, state.applicant, requestId);
  if (!entry) return;
  // Off the days first: the book is what knows the months, should this be cut off here.
  const cleared = await layApprovals(ports, org, employment, requestId, entry.months, new Map());
  await tellOfLock(ports, org, state, cleared);
  await drop(ports, org, state.applicant, requestId, entry.kind, entry.type);
}

async function standing(
  { database }: Ports,
  applicant: string,
  caseId: string,
): Promise<{ readonly entry: StandingEntry | undefined; readonly employment: Employment }> {
  const [book, employment] = await Promise.all([
    requestBooks.read(database, applicant),
    employments.read(database, applicant),
  ]);
  if (!employment) throw new Error(`case ${caseId} asks for somebody unknown`);
  return { entry: book.requests.find((one) => one.caseId === caseId), employment };
}

async function tellOfLock(ports: Ports, org: Organisation, { id }: Case, laid: Laid): Promise<void> {
  if (laid === 'laid') return;
  const what = `${monthText(laid.locked)}已锁定，已通过的申请没有计入`;
  await tellHr(ports, org, id, `locked:${laid.locked}`, 'request.month-locked', what);
  throw new Error(`the month of case ${id} is locked`);
}
