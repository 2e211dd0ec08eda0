import { addDays, type LocalDate } from '@domain/time/local-date';
import { organisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import type { Employment } from '../repositories/employments';
import { sheets } from '../repositories/sheets';
import { measureAgain } from '../requests/measure-again';
import { rejudgePerson } from '../rules/rejudge-person';

const ATTEMPTS_AT_A_RACE = 5;

/**
 * What follows a move: requests that lie ahead are measured anew, and where it lies back the days since are judged
 * again, as many sheets as there are months. Days of locked months stay as they were signed. Doing it twice changes
 * nothing.
 */
export async function followMove(ports: Ports, person: Employment, since: LocalDate): Promise<void> {
  const org = await organisation(ports);
  const until = addDays(todayIn(org.zone, ports.clock.now()), -1);
  if (since <= until) await judgeSince(ports, person, since, until);
  await measureAgain(ports, org, person._id);
}

async function judgeSince(
  ports: Ports,
  person: Employment,
  since: LocalDate,
  until: LocalDate,
): Promise<void> {
  const { database, clock } = ports;
  const org = await organisation(ports);
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const found = await sheets.ofMonths(database, person._id, monthsBetween(since, until));
    const { rewrites } = rejudgePerson(org, person, found, since, until, clock.now());
    const written = await Promise.all(
      rewrites.map(({ sheet, days, rejudged, carryIn }) =>
        sheets.writeDays(database, sheet, days, { orgRevision: org.revision, rejudged, carryIn }),
      ),
    );
    if (written.every(Boolean)) return;
  }
  throw new Error(`the sheets of ${person._id} were too busy to judge a move`);
}

function monthsBetween(since: LocalDate, until: LocalDate): readonly string[] {
  const months = new Set<string>();
  for (let day = since; day <= until; day = addDays(day, 1)) months.add(day.slice(0, 7));
  return [...months];
}
