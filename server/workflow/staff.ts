import type { Delegation } from '@domain/approval/delegation';
import { type Directory, directoryOf, type StaffMember } from '@domain/approval/directory';
import type { Instant } from '@domain/time/instant';
import { decidingAssignments } from '@domain/people/person';
import type { LocalDate } from '@domain/time/local-date';
import { type Organisation, personOf, todayIn } from '../organisation';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { type DelegationDocument, delegationOf } from '../repositories/delegations';
import { accessEndOf } from './access-end';
import { recentDelegations } from './recent-delegations';

/** A person as the engine sees him, with the name that people see. */
export interface StaffEntry {
  readonly name: string;
  readonly member: StaffMember;
}

/** What the engine must know of people: leaders and holders of roles always, others as they are named. */
export interface Staff {
  readonly directory: Directory;
  /** Who stands in for whom, now and later. */
  readonly delegations: readonly Delegation[];
  entry(personId: string): StaffEntry | null;
  nameOf(personId: string): string;
}

/** Heads and role holders change rarely; a minute-old view of them is what people would expect anyway. */
const FRESH_MS = 60_000;
const standing = new WeakMap<Organisation, { at: number; entries: readonly StaffEntry[] }>();

/**
 * The directory with these people in it, beside everybody who leads, holds a role or stands in for somebody. No read
 * when all of them are known already, else one.
 */
export async function readStaff(
  ports: Ports,
  org: Organisation,
  known: readonly StaffEntry[],
  named: readonly string[],
): Promise<Staff> {
  const now = ports.clock.now();
  const cached = standing.get(org);
  const fresh = cached !== undefined && now >= cached.at && now - cached.at <= FRESH_MS;
  const have = [...known, ...(fresh ? cached.entries : [])];
  const delegated = await recentDelegations(ports);
  const standIns = delegated.flatMap(({ fromId, toId }) => [fromId, toId]);
  const wanted = [...(fresh ? [] : standingIds(org)), ...standIns, ...named];
  const missing = [...new Set(wanted)].filter((id) => !have.some(({ member }) => member.id === id));
  const read = (await employments.ofIds(ports.database, missing)).map((one) => staffEntry(org, one, now));
  const entries = new Map([...read, ...have].map((entry) => [entry.member.id, entry]));
  const kept = [...standingIds(org), ...standIns].flatMap((id) => entries.get(id) ?? []);
  standing.set(org, { at: fresh ? cached.at : now, entries: kept });
  return staffOver(org, entries, delegated);
}

const standingIds = ({ published: { heads, grants } }: Organisation): readonly string[] => [
  ...new Set([
    ...Object.values(heads).filter((id) => id !== null),
    ...grants.map(({ personId }) => personId),
  ]),
];

function staffOver(
  { published: { heads, grants } }: Organisation,
  entries: ReadonlyMap<string, StaffEntry>,
  delegated: readonly DelegationDocument[],
): Staff {
  return {
    directory: directoryOf({
      people: [...entries.values()].map(({ member }) => member),
      units: Object.entries(heads).map(([id, headId]) => ({ id, headId })),
      grants,
    }),
    delegations: delegated.map(delegationOf),
    entry: (personId) => entries.get(personId) ?? null,
    nameOf: (personId) => entries.get(personId)?.name ?? '已离职同事',
  };
}

/** An employment as the engine sees it, now. */
export const staffEntry = (org: Organisation, employment: Employment, now: Instant): StaffEntry => ({
  name: employment.name,
  member: staffMember(org, employment, todayIn(org.zone, now)),
});

function staffMember(org: Organisation, employment: Employment, today: LocalDate): StaffMember {
  const unitId = decidingAssignments(personOf(employment), today)[0]?.departmentIds[0] ?? null;
  return {
    id: employment._id,
    leaderId: unitId === null ? null : leaderOf(org, employment._id, unitId, today),
    unitId,
    branchId: employment.branchId,
    accessEndsAt: accessEndOf(org, employment),
    post: {},
  };
}

/** The nearest head above who is somebody else. */
function leaderOf(org: Organisation, personId: string, unitId: string, today: LocalDate): string | null {
  const { heads } = org.published;
  for (const id of org.book.departments.pathToRoot(unitId, today)) {
    const head = heads[id] ?? null;
    if (head !== null && head !== personId) return head;
  }
  return null;
}
