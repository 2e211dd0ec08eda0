import { isEmployedOn } from '@domain/people/person';
import { pushAt } from '@domain/approval/quiet-hours';
import { minuteOf } from '@domain/time/instant';
import { addDays, dateText, type LocalDate, monthOf } from '@domain/time/local-date';
import { planText } from '../attendance/day-words';
import { type JudgedDay, judgeDays, type SheetsByMonth, sheetsByMonth } from '../attendance/judged-days';
import { pendingOn } from '../attendance/outside-presses';
import { firstOf, previousMonth } from '../attendance/punch-desk';
import { organisation, type Organisation, personOf, todayIn } from '../organisation';
import type { Ports } from '../ports';
import { cases } from '../repositories/cases';
import { type Employment, employments } from '../repositories/employments';
import { inbox, type InboxItem } from '../repositories/inbox';
import { morningRounds } from '../repositories/morning-rounds';
import { type Sheet, sheets } from '../repositories/sheets';
import { subjectOf } from '../workflow/correction-desk';
import { pushItem } from './push-item';

const PEOPLE_A_PAGE = 300;
const PAGES_A_TICK = 4;
/** From eight on, or when the quiet hours end; a round that has not come so far by noon goes on the next morning. */
const FROM_MINUTE = 480;
const UNTIL_MINUTE = 720;

/**
 * The morning's look at the days gone by: who lacks a card is told, once a day of theirs, with the way to it. Yesterday
 * and the day before: a night shift is over only by then. Resolves to how many were told.
 */
export async function remindOfMissingCards(ports: Ports): Promise<number> {
  const org = await organisation(ports);
  const now = ports.clock.now();
  const ofDay = org.zone.wallAt(minuteOf(now)) % 1440;
  const quiet = pushAt('daytime', now, org.published.quietHours, org.zone) > now;
  if (quiet || ofDay < FROM_MINUTE || ofDay >= UNTIL_MINUTE) return 0;
  const today = todayIn(org.zone, now);
  let told = 0;
  for (let page = 0; page < PAGES_A_TICK; page += 1) {
    const round = await morningRounds.of(ports.database, today);
    if (round.done) return told;
    const people = await employments.page(ports.database, {}, round.after, PEOPLE_A_PAGE);
    told += await lookAt(ports, org, people, today);
    const last = people.at(-1)?._id ?? round.after;
    if (!(await morningRounds.moveOn(ports.database, round, last, people.length < PEOPLE_A_PAGE)))
      return told;
  }
  return told;
}

async function lookAt(
  ports: Ports,
  org: Organisation,
  people: readonly Employment[],
  today: LocalDate,
): Promise<number> {
  const days = [addDays(today, -2), addDays(today, -1)];
  const here = people.filter(
    (one) => one.openid !== null && days.some((date) => isEmployedOn(personOf(one), date)),
  );
  const months = [previousMonth(monthOf(days[0] as LocalDate)), ...new Set(days.map(monthOf))];
  const found = await sheetsOf(
    ports,
    here.map(({ _id }) => _id),
    months,
  );
  let told = 0;
  for (const employment of here) {
    const own = sheetsByMonth(found.filter(({ employmentId }) => employmentId === employment._id));
    const judged = judgeDays(
      org,
      employment,
      own,
      firstOf(months[0] as string),
      days[1] as LocalDate,
      ports.clock.now(),
    );
    for (const day of judged)
      if (days.includes(day.date) && lacksCard(day, own) && (await tell(ports, org, employment, day)))
        told += 1;
  }
  return told;
}

/** A read holds a thousand sheets. */
async function sheetsOf(
  { database }: Ports,
  ids: readonly string[],
  months: readonly string[],
): Promise<readonly Sheet[]> {
  return (await Promise.all(months.map((month) => sheets.ofPeople(database, ids, [month])))).flat();
}

const lacksCard = ({ date, verdict }: JudgedDay, months: SheetsByMonth): boolean =>
  verdict.missing.length > 0 &&
  !verdict.provisional &&
  (months.get(monthOf(date))?.lock ?? 'open') === 'open' &&
  pendingOn(months, date).length === 0;

/** Resolves to whether this is the first time. */
async function tell(
  ports: Ports,
  org: Organisation,
  { _id }: Employment,
  { date, plan, verdict }: JudgedDay,
): Promise<boolean> {
  // Whoever has asked for the card already, or was granted it a moment ago, needs nobody to tell him.
  const asked = await cases.about(ports.database, subjectOf(_id, date));
  if (asked.some(({ status, state }) => status === 'running' || state.result === 'approved')) return false;
  const now = ports.clock.now();
  const item: InboxItem = {
    _id: inbox.idOf(`card-missing:${date}`, _id),
    personId: _id,
    kind: 'news',
    caseId: '',
    taskId: null,
    round: null,
    message: 'card.missing',
    title: `${dateText(date)} ${missingText(verdict.missing)}`,
    fact: `${planText(plan, '当天')}，可补卡`,
    dueAt: null,
    createdAt: now,
    state: 'open',
    pushAt: now,
    page: `pages/month/index?date=${date}`,
  };
  if (!(await inbox.add(ports.database, item))) return false;
  await pushItem(ports, org, item);
  return true;
}

const missingText = (missing: readonly number[]): string =>
  missing.length > 1 ? `少 ${missing.length} 次卡` : (missing[0] ?? 0) % 2 === 0 ? '少上班卡' : '少下班卡';
