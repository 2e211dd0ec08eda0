import { EMPTY_ROSTER, planDays } from '../../domain/schedule/plan-day';
import type { DutyPlan } from '../../domain/schedule/day-outline';
import { createRuleBook } from '../../domain/schedule/rule-book';
import { addDays, type LocalDate } from '../../domain/time/local-date';
import { createWorkdayCalendar } from '../../domain/time/workday-calendar';
import { fixedZone } from '../../domain/time/zone';
import { DEMO_DEPARTMENTS, DEMO_PLACES, DEMO_RULES, DEMO_SHIFTS, DEMO_ZONE } from './organisation';
import { DEMO_PEOPLE, type DemoPerson, type Habit } from './people';
import { type Chance, chanceOf } from './random';

/** One press of the button, as somebody of the demo company makes it. */
export interface DemoPunch {
  readonly person: DemoPerson;
  readonly at: number;
  readonly punchId: string;
  readonly position: { latitude: number; longitude: number; accuracyMeters: number };
}

/** How each habit comes and goes: minutes around the start and the end, and what is forgotten. */
type Morning = (chance: Chance, worked: { lateYesterday: boolean }) => number | null;
type Evening = (chance: Chance) => number | null;

const MORNINGS: Readonly<Record<Habit, Morning>> = {
  perfect: (chance) => chance.between(-14, -4),
  punctual: (chance) => (chance.percent(4) ? chance.between(1, 9) : chance.between(-18, -1)),
  'often-late': (chance) => (chance.percent(30) ? chance.between(4, 42) : chance.between(-9, 0)),
  forgetful: (chance) => (chance.percent(6) ? null : chance.between(-16, -2)),
  'late-worker': (chance, { lateYesterday }) =>
    lateYesterday ? chance.between(18, 50) : chance.between(-12, 18),
  'early-leaver': (chance) => chance.between(-22, -3),
};

const EVENINGS: Readonly<Record<Habit, Evening>> = {
  perfect: (chance) => chance.between(2, 14),
  punctual: (chance) => chance.between(1, 32),
  'often-late': (chance) => chance.between(1, 28),
  forgetful: (chance) => (chance.percent(13) ? null : chance.between(1, 20)),
  'late-worker': (chance) => (chance.percent(35) ? chance.between(40, 110) : chance.between(20, 34)),
  'early-leaver': (chance) => (chance.percent(16) ? -chance.between(6, 45) : chance.between(0, 9)),
};

/** Everything that was pressed in [from, to], in order. The same dates give the same company. */
export function demoHistory(from: LocalDate, to: LocalDate): readonly DemoPunch[] {
  const book = createRuleBook({
    zone: DEMO_ZONE,
    zones: (name) => fixedZone(name, 480),
    calendar: createWorkdayCalendar(),
    rules: DEMO_RULES,
    shifts: DEMO_SHIFTS,
    departments: DEMO_DEPARTMENTS,
    places: DEMO_PLACES,
  });
  if (!book.ok) throw new Error(book.refusal.code);
  const pressed = DEMO_PEOPLE.filter(({ bound }) => bound).flatMap((person) => {
    const assignment = {
      from: addDays(from, -400),
      to: null,
      main: true,
      departmentIds: [person.departmentId],
      postId: null,
    };
    const judged = {
      id: person.id,
      name: person.name,
      hiredOn: null,
      lastDayOn: null,
      assignments: [assignment],
      tags: [],
    };
    return punchesOf(person, planDays(book.value, judged, EMPTY_ROSTER, from, to));
  });
  return pressed.sort((a, b) => a.at - b.at);
}

function* pressesOf(person: DemoPerson, plans: readonly DutyPlan[]): Generator<DemoPunch> {
  let lateYesterday = false;
  for (const plan of plans) {
    if (plan.laid === null) continue;
    const chance = chanceOf(`${person.id}:${plan.date}`);
    const morning = MORNINGS[person.habit](chance, { lateYesterday });
    const evening = EVENINGS[person.habit](chance);
    // Whoever comes late under an elastic rule stays to make up for it, more often than not.
    const owed: number =
      person.departmentId === 'product' && !lateYesterday ? Math.min(30, Math.max(0, morning ?? 0)) : 0;
    const stay: number | null =
      evening === null ? null : evening < 0 ? evening : evening + (chance.percent(85) ? owed : 0);
    lateYesterday = stay !== null && stay >= 60;
    const [start, end] = [plan.laid.starts[0] as number, plan.laid.ends[0] as number];
    if (morning !== null) yield press(person, plan.date, 'in', start + morning, chance);
    if (stay !== null) yield press(person, plan.date, 'out', end + stay, chance);
  }
}

const punchesOf = (person: DemoPerson, plans: readonly DutyPlan[]): DemoPunch[] => [
  ...pressesOf(person, plans),
];

function press(
  person: DemoPerson,
  date: LocalDate,
  word: 'in' | 'out',
  minute: number,
  chance: Chance,
): DemoPunch {
  const place = DEMO_PLACES[person.branchId === 'suzhou' ? 1 : 0];
  if (!place) throw new Error('the demo company has two places');
  return {
    person,
    at: minute * 60_000 + chance.between(2, 40) * 1000,
    punchId: `demo-${person.id}-${date}-${word}`,
    position: {
      // About 90 m at most: well inside either fence.
      latitude: place.latitude + chance.between(-60, 60) / 100_000,
      longitude: place.longitude + chance.between(-60, 60) / 100_000,
      accuracyMeters: chance.between(8, 35),
    },
  };
}
