import type { Context } from '../../domain/approval/context';
import type { Delegation } from '../../domain/approval/delegation';
import type { RoleGrant, StaffMember } from '../../domain/approval/directory';
import { directoryOf } from '../../domain/approval/directory';
import type { Instant } from '../../domain/time/instant';
import { instantOfMinute, minuteOf } from '../../domain/time/instant';
import type { Interval } from '../../domain/time/interval';
import { dateOfDayNumber, dayNumber, localDateOf } from '../../domain/time/local-date';
import { createWorkdayCalendar } from '../../domain/time/workday-calendar';
import type { Zone } from '../../domain/time/zone';
import { fixedZone } from '../../domain/time/zone';
import type { LocalTime, Scenario, ScenarioDelegation, ScenarioPerson, ScenarioStep } from './scenario-file';

/** The people, calendar and clock of a scenario, which its steps may change. */
export interface World {
  readonly zone: Zone;
  readonly hours: readonly Interval[];
  readonly people: readonly ScenarioPerson[];
  readonly units: NonNullable<Scenario['units']>;
  readonly delegations: readonly ScenarioDelegation[];
  readonly calendar: NonNullable<Scenario['calendar']>;
}

const DAY = 1440;

export function worldOf(scenario: Scenario): World {
  const { name, offsetMinutes } = scenario.zone ?? { name: 'Asia/Shanghai', offsetMinutes: 480 };
  return {
    zone: fixedZone(name, offsetMinutes),
    hours: (scenario.hours ?? ['09:00-12:00', '13:00-18:00']).map(hoursOf),
    people: scenario.people,
    units: scenario.units ?? [],
    delegations: scenario.delegations ?? [],
    calendar: scenario.calendar ?? {},
  };
}

/** Named people replace those of the same id, new ones join; a list of delegations or a calendar replaces the old. */
export function changed(world: World, change: NonNullable<ScenarioStep['change']>): World {
  const renewed = change.people ?? [];
  const kept = world.people.filter((one) => !renewed.some((other) => other.id === one.id));
  const merged = renewed.map((one) => ({ ...world.people.find((old) => old.id === one.id), ...one }));
  return {
    ...world,
    people: [...kept, ...merged],
    delegations: change.delegations ?? world.delegations,
    calendar: change.calendar ?? world.calendar,
  };
}

export function contextAt(world: World, now: Instant): Context {
  const { zone, hours, calendar } = world;
  const people = world.people.map((person): StaffMember => memberOf(person, world));
  const units = world.units.map(({ id, head }) => ({ id, headId: head ?? null }));
  const grants = world.people.flatMap(grantsOf);
  const days = createWorkdayCalendar({
    ...(calendar.days === undefined ? {} : { ownDays: calendar.days }),
    ...(calendar.knownUntil === undefined ? {} : { knownUntil: localDateOf(calendar.knownUntil) }),
  });
  return {
    now,
    clock: { zone, calendar: days, hours },
    directory: directoryOf({ people, units, grants }),
    delegations: world.delegations.map((one): Delegation => ({
      ...one,
      since: instantAt(one.since, zone),
      until: instantAt(one.until, zone),
    })),
  };
}

function memberOf(person: ScenarioPerson, { zone }: World): StaffMember {
  return {
    id: person.id,
    leaderId: person.leader ?? null,
    unitId: person.unit ?? null,
    branchId: person.branch ?? null,
    accessEndsAt: person.accessEnds === undefined ? null : instantAt(person.accessEnds, zone),
    post: person.post ?? {},
  };
}

const grantsOf = (person: ScenarioPerson): readonly RoleGrant[] =>
  (person.roles ?? []).map((text) => {
    const [role = '', branchId] = text.split('@');
    return { role, personId: person.id, branchId: branchId ?? null };
  });

function hoursOf(text: string): Interval {
  const [from = '', to = ''] = text.split('-');
  return { from: minuteOfDay(from), to: minuteOfDay(to) };
}

function minuteOfDay(text: string): number {
  const [hours, minutes] = text.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

export function instantAt(text: LocalTime, zone: Zone): Instant {
  const [date = '', time = '00:00'] = text.split(' ');
  return instantOfMinute(zone.instantAt(dayNumber(localDateOf(date)), minuteOfDay(time)));
}

export function localTimeOf(at: Instant, zone: Zone): LocalTime {
  const wall = zone.wallAt(minuteOf(at));
  const day = Math.floor(wall / DAY);
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${dateOfDayNumber(day)} ${pad(Math.floor((wall - day * DAY) / 60))}:${pad((wall - day * DAY) % 60)}`;
}
