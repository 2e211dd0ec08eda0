import { departmentOn } from '@domain/people/department';
import type { Person } from '@domain/people/person';
import { assignmentsOn } from '@domain/people/person';
import { createRuleBook, type RuleBook } from '@domain/schedule/rule-book';
import { type Instant, minuteOf } from '@domain/time/instant';
import type { LocalDate } from '@domain/time/local-date';
import { CHINA_KNOWN_UNTIL, createWorkdayCalendar } from '@domain/time/workday-calendar';
import { createZone, type Zone } from '@domain/time/zone';
import type { OutputOf } from '@contract/contract';
import type { Clock, Ports } from './ports';
import type { Employment, PlannedPerson } from './repositories/employments';
import { type OrganisationDocument, organisations } from './repositories/organisations';

/** One immutable version of the company, made ready for judging. Cached for the life of a function instance. */
export interface Organisation {
  readonly revision: number;
  readonly companyName: string;
  readonly book: RuleBook;
  /** The company's own zone. */
  readonly zone: Zone;
  /** As published: heads, grants, hours, limits. */
  readonly published: OrganisationDocument;
  branchName(branchId: string): string;
  departmentName(employment: Employment, date: LocalDate): string;
}

/** Immutable, so a few revisions side by side can be kept; older ones go. */
const KEPT_REVISIONS = 3;
const caches = new WeakMap<Ports, Map<number, Organisation>>();

/** The organisation in force. One small read; a second one when this instance has not met the revision yet. */
export async function organisation(ports: Ports): Promise<Organisation> {
  return organisationAt(ports, await organisations.currentRevision(ports.database));
}

const pointers = new WeakMap<Ports, { at: Instant; revision: number }>();

/**
 * The organisation as it was at most this long ago: for what a new version need not reach in the same second.
 */
export async function recentOrganisation(ports: Ports, maxAgeMs = 10_000): Promise<Organisation> {
  const now = ports.clock.now();
  const known = pointers.get(ports);
  if (known && now >= known.at && now - known.at <= maxAgeMs) return organisationAt(ports, known.revision);
  const revision = await organisations.currentRevision(ports.database);
  pointers.set(ports, { at: now, revision });
  return organisationAt(ports, revision);
}

/** A past or present version. Throws when there is none with that revision. */
export async function organisationAt(ports: Ports, revision: number): Promise<Organisation> {
  let cache = caches.get(ports);
  if (!cache) caches.set(ports, (cache = new Map()));
  const known = cache.get(revision);
  if (known) return known;
  const made = madeReady(await organisations.read(ports.database, revision), ports.clock);
  cache.set(revision, made);
  if (cache.size > KEPT_REVISIONS) cache.delete(Math.min(...cache.keys()));
  return made;
}

function madeReady(document: OrganisationDocument, clock: Clock): Organisation {
  const zones = (name: string): Zone | null => {
    try {
      clock.offsetMinutes(name, 0 as Instant);
    } catch {
      return null;
    }
    return createZone(name, (epochMs) => clock.offsetMinutes(name, epochMs as Instant));
  };
  const book = createRuleBook({
    zone: document.zone,
    zones,
    calendar: createWorkdayCalendar({
      ownDays: document.specialDays,
      knownUntil: knownUntilOf(document),
    }),
    rules: document.rules,
    shifts: document.shifts,
    overtimeRules: document.overtimeRules,
    departments: document.departments,
    excluded: document.excludedIds,
    places: document.places,
    settings: document.settings,
  });
  if (!book.ok) throw new Error(`revision ${document.revision} cannot judge: ${book.refusal.code}`);
  const departments = new Map(document.departments.map((one) => [one.id, one]));
  const branches = new Map(document.branches.map(({ id, name }) => [id, name]));
  return {
    revision: document.revision,
    companyName: document.companyName,
    book: book.value,
    zone: book.value.zone,
    published: document,
    branchName: (branchId) => branches.get(branchId) ?? '',
    departmentName(employment, date) {
      const held = assignmentsOn(personOf(employment), date);
      const id = (held.find(({ main }) => main) ?? held[0])?.departmentIds[0];
      const department = id === undefined ? undefined : departments.get(id);
      return department === undefined ? '' : departmentOn(department, date).name;
    },
  };
}

/** Next year's holidays are published in November: a company may know them before the product does. */
export const knownUntilOf = ({
  calendarKnownUntil = CHINA_KNOWN_UNTIL,
}: Pick<OrganisationDocument, 'calendarKnownUntil'>): LocalDate =>
  calendarKnownUntil > CHINA_KNOWN_UNTIL ? calendarKnownUntil : CHINA_KNOWN_UNTIL;

/** The employee as the attendance rules see him. */
export const personOf = (employment: PlannedPerson): Person => ({
  id: employment._id,
  name: employment.name,
  hiredOn: employment.hireDate,
  lastDayOn: employment.lastDay,
  assignments: employment.assignments,
  tags: employment.tags,
});

export const todayIn = (zone: Zone, now: Instant): LocalDate => zone.dateAt(minuteOf(now));

/** The person as the phone shows him. */
export function personView(
  org: Organisation,
  employment: Employment,
  now: Instant,
): NonNullable<OutputOf<'session.me'>['person']> {
  return {
    employmentId: employment._id,
    name: employment.name,
    departmentName: org.departmentName(employment, todayIn(org.zone, now)),
    branchName: org.branchName(employment.branchId),
    roles: employment.roles,
  };
}
