import { APPROVAL_KINDS } from '@domain/attendance/approval';
import type { Punch } from '@domain/attendance/punch';
import type { DayStatus } from '@domain/attendance/verdict';
import type { DayState } from '@domain/schedule/day-outline';
import type { InstantMinute } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import { storedDate } from './stored-values';

const minutes = () => z.nullable(z.int());
const instantMinute = z.custom<InstantMinute>((value) => Number.isInteger(value));

/** A punch as the rules see it. The fact with its place, device and seconds is in `punches`. */
const storedPunch = () =>
  z.tuple([
    z.string(),
    instantMinute,
    z.nullable(z.enum(['in', 'out'])),
    z.custom<Punch['source']>((value) => typeof value === 'string'),
  ]);

/** Which versions judge the day: state, rule id and version, shift id and version. */
const storedPlan = () =>
  z.tuple([
    z.custom<DayState>((value) => typeof value === 'string'),
    z.nullable(z.string()),
    z.nullable(z.int()),
    z.nullable(z.string()),
    z.nullable(z.int()),
  ]);

/** What became of the day, in codes and numbers. The reasons follow from the plan and the punches. */
const storedVerdict = () =>
  z.object({
    status: z.custom<DayStatus>((value) => typeof value === 'string'),
    due: z.tuple([minutes(), minutes()]),
    cards: z.array(minutes()),
    /** Late, early, absent, worked and required minutes. */
    minutes: z.array(z.int()),
  });

const storedDay = () =>
  z.object({
    plan: storedPlan(),
    punches: z.array(storedPunch()),
    verdict: storedVerdict(),
  });

/** Case, kind, leave type ('' for the others), from and to: a stretch of granted time, on the sheet of its duty date. */
const storedApproval = () =>
  z.tuple([z.string(), z.enum(APPROVAL_KINDS), z.string(), instantMinute, instantMinute]);

/** What a published rule made of a day that was judged already. */
const rejudgedDay = () =>
  z.object({
    /** The organisation that judged it again, and when, epoch ms. */
    orgRevision: z.int(),
    at: z.int(),
    /** The day as it was judged before. */
    before: z.object({ plan: storedPlan(), verdict: storedVerdict() }),
    /** From what to what, as people read it: '迟到 7 分钟', '正常'. */
    words: z.tuple([z.string(), z.string()]),
    /** A changed roster did it; absent: a published rule. */
    because: z.optional(z.literal('roster')),
  });

/** What a day said when its month was locked: its word, worked minutes, overtime minutes. */
const signedDay = () => z.tuple([z.string(), z.int(), z.int()]);

/** How the month stood when it was locked last. */
const signedMonth = () =>
  z.object({
    /** Epoch ms, and the employment of whoever locked it. */
    at: z.int(),
    by: z.string(),
    /** A locked month is judged under this organisation for good. */
    orgRevision: z.int(),
    /** '01' … '31', of the days on which the person was employed. */
    days: z.record(z.string(), signedDay()),
    /** What differs from the lock before this one: the day, and what it said before and says now. */
    changed: z.array(z.tuple([z.string(), signedDay(), signedDay()])),
  });

/** 外勤打卡 as the day shows it; what it makes of the day stands among the punches. */
const storedOutside = () =>
  z.object({
    caseId: z.string(),
    punchId: z.string(),
    date: storedDate,
    minute: instantMinute,
    kind: z.nullable(z.enum(['in', 'out'])),
    state: z.enum(['pending', 'counted', 'refused', 'withdrawn']),
    /** '签到 08:55 · 距总部大楼 512 米' */
    text: z.string(),
    remark: z.string(),
  });

const carry = () =>
  z.nullable(
    z.object({
      dutyDate: storedDate,
      lastRealOut: z.nullable(instantMinute),
      effectiveEnd: z.nullable(instantMinute),
      outClock: minutes(),
      endClock: minutes(),
    }),
  );

/** One document an employment and month: what a page, a punch and the day close read. */
export const sheetDocument = lazily(() =>
  z.object({
    /** employmentId:month */
    _id: z.string(),
    employmentId: z.string(),
    month: z.string(),
    /** Denormalised, so that a page finds the sheet without knowing the employment; believed only if the binding agrees. */
    openid: z.nullable(z.string()),
    revision: z.int(),
    lock: z.enum(['open', 'locking', 'locked']),
    /** The organisation under which the days were last planned. */
    orgRevision: z.int(),
    /** The last day that the day close has judged and reconciled with the facts. */
    closedThrough: z.nullable(storedDate),
    /** '01' … '31'; a day appears with its first punch or when it is closed. */
    days: z.record(z.string(), storedDay()),
    carryIn: carry(),
    /** Requests that were granted for days of this month; absent: none ever was. */
    approvals: z.optional(z.array(storedApproval())),
    /**
     * What the roster plans, by date: this month's days and those of its neighbours that plans near the border look at
     * (server/rosters/roster-on-sheets.ts). null: a planned rest day. Absent: nothing was ever planned.
     */
    roster: z.optional(z.record(z.string(), z.nullable(z.string()))),
    /** Shifts that the person picked for unscheduled days of this month, by date. */
    chosenShifts: z.optional(z.record(z.string(), z.string())),
    /** Presses outside every place; absent: none. */
    outside: z.optional(z.array(storedOutside())),
    /** Days that were changed after they were judged; absent: none. */
    rejudged: z.optional(z.record(z.string(), rejudgedDay())),
    /** Absent: the month was never locked. Kept when it is opened again, so that what changes can be seen. */
    signed: z.optional(signedMonth()),
  }),
);

export type Sheet = z.output<ReturnType<typeof sheetDocument>>;
export type RejudgedDay = z.output<ReturnType<typeof rejudgedDay>>;
export type StoredDay = z.output<ReturnType<typeof storedDay>>;
export type SignedMonth = z.output<ReturnType<typeof signedMonth>>;
export type SignedDay = z.output<ReturnType<typeof signedDay>>;
export type StoredOutside = z.output<ReturnType<typeof storedOutside>>;
export type StoredApproval = z.output<ReturnType<typeof storedApproval>>;
