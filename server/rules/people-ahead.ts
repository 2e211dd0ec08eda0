import type { Ports } from '../ports';
import type { PlannedPerson } from '../repositories/employments';
import type { RejudgeJob } from '../repositories/rejudge-jobs';
import { rejudgePeople } from '../repositories/rejudge-people';
import { type Sheet, sheets } from '../repositories/sheets';

/** Sheets in one read: a sheet has 16 KB at most, so the reply stays far under the cloud's 16 MB. */
export const SHEETS_A_READ = 500;

export interface PersonAtWork {
  readonly person: PlannedPerson;
  readonly found: readonly Sheet[];
}

/** What one instance has read of a job and not used yet. */
interface Ahead {
  readonly jobId: string;
  readonly people: readonly PlannedPerson[];
  /** Whose sheets are here: from this place in the list, so many. */
  from: number;
  count: number;
  sheets: Map<string, Sheet[]>;
}

/**
 * A job is worked off in many short calls, and one read brings the sheets of many of them: they wait here in the
 * instance. A sheet that somebody writes meanwhile is noticed when it is written, by its revision.
 */
const aheads = new WeakMap<Ports, Ahead>();

/** The next people of a job with their sheets, by no read at all as long as some are here from the last one. */
export async function peopleAhead(
  ports: Ports,
  { _id: jobId, done, people: total }: RejudgeJob,
  months: readonly string[],
  step: number,
): Promise<readonly PersonAtWork[]> {
  let ahead = aheads.get(ports);
  if (ahead?.jobId !== jobId) {
    const people = await rejudgePeople.ofJob(ports.database, jobId);
    aheads.set(ports, (ahead = { jobId, people, from: 0, count: 0, sheets: new Map() }));
  }
  if (done < ahead.from || done >= ahead.from + ahead.count) {
    const atATime = Math.max(step, Math.floor(SHEETS_A_READ / months.length / step) * step);
    const ids = ahead.people.slice(done, done + atATime).map(({ _id }) => _id);
    ahead.sheets = new Map();
    for (const sheet of await sheets.ofPeople(ports.database, ids, months))
      ahead.sheets.set(sheet.employmentId, [...(ahead.sheets.get(sheet.employmentId) ?? []), sheet]);
    ahead.from = done;
    ahead.count = ids.length;
  }
  const { people, sheets: found } = ahead;
  if (done + step >= total) aheads.delete(ports);
  return people.slice(done, done + step).map((person) => ({ person, found: found.get(person._id) ?? [] }));
}
