import { EMPTY_ROSTER, type PersonRoster } from '@domain/schedule/plan-day';
import { resolveRule } from '@domain/schedule/resolve-rule';
import { daysIn } from '@domain/schedule/roster-copy';
import { addDays, monthOf } from '@domain/time/local-date';
import { type Organisation, personOf, todayIn } from '../organisation';
import type { Ports } from '../ports';
import type { Employment } from '../repositories/employments';
import { reminderLedger } from '../repositories/reminder-ledger';
import { sheets } from '../repositories/sheets';
import { rosterOnSheets } from './roster-on-sheets';

/** What is planned from yesterday on, for so many days; one read for whoever is on a roster, none for the others. */
export async function rosterAhead(
  { database, clock }: Ports,
  org: Organisation,
  employment: Employment,
  days: number,
): Promise<PersonRoster> {
  const today = todayIn(org.zone, clock.now());
  const dates = daysIn({ from: addDays(today, -1), to: addDays(today, days) });
  const person = personOf(employment);
  if (!dates.some((date) => resolveRule(org.book, person, date).rule?.onRoster === true)) return EMPTY_ROSTER;
  return rosterOnSheets(await sheets.ofMonths(database, employment._id, [...new Set(dates.map(monthOf))]));
}

/** The roster changed: what was planned to be told of it is planned anew with the next tick. */
export async function planRemindersAnew({ database, log }: Ports, { openid }: Employment): Promise<void> {
  if (openid === null) return;
  try {
    const entries = await reminderLedger.ofOpenid(database, openid);
    await Promise.all(
      entries
        .filter(({ left }) => left > 0)
        .map((entry) => reminderLedger.replace(database, entry, { ...entry, orgRevision: 0 })),
    );
  } catch (error) {
    // A reminder looks at the plan again before it goes out: at worst it comes too late.
    log.write({ roster: 'reminders keep their time', message: String(error) });
  }
}
