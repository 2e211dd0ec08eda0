import { type ButtonAnswer, buttonAt, planAt } from '@domain/attendance/accept-punch';
import { type Instant, minuteOf } from '@domain/time/instant';
import { addDays, type LocalDate, localDateOf, monthOf } from '@domain/time/local-date';
import type { Caller } from '../caller';
import { type Organisation, recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import type { Employment } from '../repositories/employments';
import { type Sheet, sheets } from '../repositories/sheets';
import { approvalsIn, type JudgedDay, judgeDays, type SheetsByMonth, sheetsByMonth } from './judged-days';
import type { Wifi } from '@domain/schedule/wifi';
import { pendingPunches } from './outside-presses';
import { measureClaims, placesOn, type Position } from './place-claims';

/** What is read for a punch, side by side with the read of the person. */
export interface DeskReads {
  readonly org: Organisation;
  readonly sheets: readonly Sheet[];
  /** The first month that was read. */
  readonly since: string;
}

const HALF_DAY_MS = 43_200_000;

/** From this day on the sheet of the month says all that a punch needs: what last month carried in is written in it. */
const MONTH_STANDS_ALONE_FROM = 10;

/** A new version of the rules may reach a punch this late. The day is planned anew whenever it is looked at, until it is over. */
const ORGANISATION_MAY_BE_OLD_MS = 5000;

/** A rule's zone may be a date ahead of the company's, or behind it: the button needs one day more on either side. */
export const DAYS_AHEAD = 2;
const NEAR_DAYS = 5;

/** The sheets and the organisation: all that a punch needs besides the person. */
export async function readDesk(ports: Ports, openid: string): Promise<DeskReads> {
  const { database, clock } = ports;
  const around = monthsAround(clock.now());
  const [before, current] = around as readonly [string, string];
  const alone = Number(nearDate(clock.now(), -HALF_DAY_MS).slice(8)) >= MONTH_STANDS_ALONE_FROM;
  const [org, found] = await Promise.all([
    recentOrganisation(ports, ORGANISATION_MAY_BE_OLD_MS),
    sheets.ofOpenid(database, openid, alone ? around.slice(1) : around),
  ]);
  if (!alone) return { org, sheets: found, since: before };
  if (found.some(({ month }) => month === current)) return { org, sheets: found, since: current };
  // Nobody has made this month's sheet: what it carries in is only known from the one before.
  const earlier = await sheets.ofOpenid(database, openid, [before]);
  return { org, sheets: [...earlier, ...found], since: before };
}

/** Last month, this one and, near its end, the next: wherever the company's zone is, its today is half a day off at most. */
export function monthsAround(now: Instant): readonly string[] {
  const near = [-HALF_DAY_MS, HALF_DAY_MS].map((ms) => nearDate(now, ms).slice(0, 7));
  return [...new Set([previousMonth(near[0] as string), ...near])];
}

const nearDate = (now: Instant, ms: number): string => new Date(now + ms).toISOString().slice(0, 10);

/** One person in front of the button: his last weeks judged, and what the button says now. */
export interface PunchDesk {
  readonly org: Organisation;
  readonly employment: Employment;
  readonly now: Instant;
  /** The company's date. */
  readonly today: LocalDate;
  readonly months: SheetsByMonth;
  /** The month that the days begin with, this or last. */
  readonly since: string;
  /** From the first of that month to the day after tomorrow. */
  readonly days: readonly JudgedDay[];
}

export function openDesk(
  ports: Ports,
  { employment }: Pick<Caller, 'employment'>,
  reads: DeskReads,
): PunchDesk {
  // A sheet found by OPENID is believed only if it belongs to the employment that the binding names.
  const own = reads.sheets.filter((sheet) => sheet.employmentId === employment._id);
  return deskOver(reads.org, employment, sheetsByMonth(own), ports.clock.now(), reads.since);
}

/** @param begin the month to begin with, last month if not given; its sheet says what was carried in */
export function deskOver(
  org: Organisation,
  employment: Employment,
  months: SheetsByMonth,
  now: Instant,
  begin?: string,
): PunchDesk {
  const today = org.zone.dateAt(minuteOf(now));
  const since = begin ?? previousMonth(monthOf(today));
  const days = judgeDays(org, employment, months, firstOf(since), addDays(today, DAYS_AHEAD), now);
  return { org, employment, now, today, months, since, days };
}

/** The days that a punch now can belong to, and their neighbours. */
export const nearDays = (desk: PunchDesk): readonly JudgedDay[] => desk.days.slice(-NEAR_DAYS);

/** The button as it stands: the same decision for showing it and for taking the punch. */
export function buttonOf(desk: PunchDesk, position: Position | null, wifi: Wifi | null = null): ButtonAnswer {
  const near = nearDays(desk);
  const first = near[0];
  const plans = near.map(({ plan }) => plan);
  // The places depend on the duty date: last night's shift may have others than today's.
  const plan = planAt(plans, minuteOf(desk.now));
  return buttonAt({
    plans,
    punches: [...near.flatMap(({ punches }) => punches), ...pendingPunches(desk.months)],
    approvals: approvalsIn(desk.months),
    carryIn: first?.carryIn ?? null,
    now: desk.now,
    accuracyMeters: position?.accuracyMeters ?? null,
    claims: measureClaims(placesOn(desk.org.book, desk.employment, plan), position, wifi),
  });
}

export const dayOf = (desk: PunchDesk, date: LocalDate): JudgedDay => {
  const day = desk.days.find((judged) => judged.date === date);
  if (!day) throw new Error(`${date} is not on the desk`);
  return day;
};

export const firstOf = (month: string): LocalDate => localDateOf(`${month}-01`);

export const previousMonth = (month: string): string => monthOf(addDays(firstOf(month), -1));
