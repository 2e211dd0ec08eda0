import { measuredAnew, type StandingEntry } from '@domain/attendance/request-book';
import { type Organisation, organisation } from '../organisation';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { requestBooks } from '../repositories/request-books';
import { changeBook } from './change-book';
import { layApprovals } from './lay-approvals';
import { measureStanding, offeredOnce } from './measure';
import { tellHr } from './tell-hr';

const AT_A_TIME = 50;

/** After a new organisation: requests that lie ahead, a chunk a tick. Resolves to how many people's were measured. */
export async function measureRequestsAgain(ports: Ports): Promise<number> {
  const org = await organisation(ports);
  const behind = await requestBooks.measuredBefore(ports.database, org.revision, AT_A_TIME);
  for (const employmentId of behind) await measureAgain(ports, org, employmentId);
  return behind.length;
}

/**
 * Measures everything that somebody asked for under the plans as they are now: a moved shift moves the leave on it, a day
 * that became free costs none. Balances follow; what no longer fits in one is HR's to settle. What lies in a locked
 * month stays as it was signed. For whoever changes rules or a roster; running it again changes nothing.
 */
export async function measureAgain(ports: Ports, org: Organisation, employmentId: string): Promise<void> {
  const [book, employment] = await Promise.all([
    requestBooks.read(ports.database, employmentId),
    employments.read(ports.database, employmentId),
  ]);
  if (employment) for (const entry of book.requests) await measureEntry(ports, org, employment, entry);
  await changeBook(ports, org, employmentId, (now) => ({ ...now }), org.revision);
}

async function measureEntry(
  ports: Ports,
  org: Organisation,
  employment: Employment,
  entry: StandingEntry,
): Promise<void> {
  const { caseId, kind, type, span, state, months } = entry;
  const leave = offeredOnce(org, kind, type);
  const measured = await measureStanding(ports, org, employment, { kind, leave, span });
  const { units, minutes, from, to, byMonth } = measured;
  if (state === 'approved') {
    const touched = [...new Set([...months, ...byMonth.keys()])];
    const laid = await layApprovals(ports, org, employment, caseId, touched, byMonth);
    if (laid !== 'laid') return;
  }
  const now = { units, minutes, from, to, months: [...byMonth.keys()] };
  let isShort = false;
  await changeBook(ports, org, employment._id, (book) => {
    const after = measuredAnew(book, caseId, now, leave);
    isShort = after.requests.some((one) => one.caseId === caseId && one.short === true);
    return after;
  });
  if (isShort && !entry.short)
    await tellHr(ports, org, caseId, 'short', 'request.balance-short', '改班后假期余额不足');
}
