import type { Instant } from '@domain/time/instant';
import { type LocalDate, monthOf } from '@domain/time/local-date';
import { sheetsByMonth } from '../attendance/judged-days';
import { dayOf, deskOver } from '../attendance/punch-desk';
import {
  DAYS_AHEAD,
  kindOfTemplate,
  nextReminder,
  type PlannedReminder,
  reminderFor,
} from '../messages/next-reminder';
import { stillOut } from '../messages/still-out';
import { punchReminder } from '../messages/punch-reminder';
import { NOTHING_LEFT } from '../messages/senders/subscription-sender';
import { organisation, type Organisation } from '../organisation';
import type { Ports } from '../ports';
import { type Employment, employments } from '../repositories/employments';
import { type LedgerEntry, reminderLedger } from '../repositories/reminder-ledger';
import { sheets } from '../repositories/sheets';
import { rosterAhead } from '../rosters/roster-ahead';

const AT_A_TIME = 100;

/** Sends what is due, and plans anew what was planned under an older organisation. Resolves to how many went out. */
export async function sendReminders(ports: Ports): Promise<number> {
  const org = await organisation(ports);
  const stale = await reminderLedger.plannedBefore(ports.database, org.revision, AT_A_TIME);
  await Promise.all(stale.map((entry) => planAgain(ports, org, entry)));
  const due = await reminderLedger.due(ports.database, ports.clock.now(), AT_A_TIME);
  const sent = await Promise.all(due.map((entry) => sendOne(ports, org, entry)));
  return sent.filter(Boolean).length;
}

async function planAgain(ports: Ports, org: Organisation, entry: LedgerEntry): Promise<void> {
  const employment = await employments.read(ports.database, entry.employmentId);
  if (employment)
    await reminderLedger.replace(ports.database, entry, await planned(ports, org, employment, entry));
}

/** Claims the entry first, then sends: two timers cannot both win, and a crash loses one reminder instead of doubling it. */
async function sendOne(ports: Ports, org: Organisation, entry: LedgerEntry): Promise<boolean> {
  const employment = await employments.read(ports.database, entry.employmentId);
  const due = employment && (await wanted(ports, org, employment, entry));
  const reminder = due && 'later' in due ? null : due;
  const after = employment
    ? await planned(ports, org, employment, entry)
    : { ...entry, dueAt: null, dueFor: null };
  const next = due && 'later' in due ? { ...after, dueAt: due.later, dueFor: entry.dueFor } : after;
  const claimed: LedgerEntry = reminder
    ? {
        ...next,
        _id: entry._id,
        revision: entry.revision + 1,
        left: entry.left - 1,
        ...(entry.left <= 1 && { dueAt: null, dueFor: null }),
      }
    : { ...next, _id: entry._id, revision: entry.revision + 1 };
  if (!(await reminderLedger.replace(ports.database, entry, claimed)) || !reminder || !employment)
    return false;

  const { openid, templateId } = entry;
  const delivery = await ports.messages.send(punchReminder(org, employment, openid, templateId, reminder));
  if (delivery.sent) return true;
  ports.log.write({ message: 'reminder refused by WeChat', errorCode: delivery.errorCode });
  const nothingLeft = delivery.errorCode === NOTHING_LEFT;
  const told = nothingLeft
    ? { ...claimed, left: 0, dueAt: null, dueFor: null }
    : { ...claimed, left: entry.left, dueAt: next.dueAt, dueFor: next.dueFor };
  await reminderLedger.replace(ports.database, claimed, told);
  return false;
}

/**
 * The reminder before work if the shift still starts, has not started, and nobody is in yet; the one after work if
 * somebody is in and not out yet, or `later` where flexibility moved the end. An acceptance is not spent on less.
 */
async function wanted(
  ports: Ports,
  org: Organisation,
  employment: Employment,
  { dueFor, left, openid, templateId }: LedgerEntry,
): Promise<PlannedReminder | { readonly later: Instant } | null> {
  const { database, clock, settings } = ports;
  const now = clock.now();
  const kind = kindOfTemplate(settings, templateId);
  if (dueFor === null || kind === null || left < 1 || employment.openid !== openid) return null;
  const roster = await rosterAhead(ports, org, employment, DAYS_AHEAD);
  const reminder = reminderFor({ org, employment, now, roster }, kind, dueFor as LocalDate);
  if (!reminder || reminder.dueAt > now) return null;
  if (kind === 'before-work' && reminder.edgeAt <= now) return null;
  const sheet = await sheets.read(database, employment._id, monthOf(reminder.dutyDate));
  const desk = deskOver(org, employment, sheetsByMonth(sheet ? [sheet] : []), now);
  if (kind === 'after-work') return stillOut(desk, reminder);
  return dayOf(desk, reminder.dutyDate).punches.length > 0 ? null : reminder;
}

async function planned(
  ports: Ports,
  org: Organisation,
  employment: Employment,
  entry: LedgerEntry,
): Promise<LedgerEntry> {
  const kind = kindOfTemplate(ports.settings, entry.templateId);
  const reminded = async () => {
    const roster = await rosterAhead(ports, org, employment, DAYS_AHEAD);
    return { org, employment, now: ports.clock.now(), roster };
  };
  const next = entry.left > 0 && kind !== null ? nextReminder(await reminded(), kind) : null;
  return { ...entry, dueAt: next?.dueAt ?? null, dueFor: next?.dutyDate ?? null, orgRevision: org.revision };
}
