import type { CodeTape } from './code-tape';
import { NONE } from './none';
import { nightMinutes, workedMinutes } from './stages/worked';
import type { DayStatus } from './verdict';
import type { Workings } from './workings';

/**
 * The order of a day's first numbers on the tape. `counts` packs late, early and absent counts, a byte each. What
 * follows are the cards, then as many numbers of overtime, nights, covers and notes as their words say. A day without
 * a shift on which nothing was punched is its status alone.
 */
export const HEAD = {
  status: 0,
  dueIn: 1,
  dueOut: 2,
  missing: 3,
  pending: 4,
  late: 5,
  early: 6,
  absent: 7,
  counts: 8,
  worked: 9,
  lastRealOut: 10,
  effectiveEnd: 11,
  cards: 12,
  overtime: 13,
  night: 14,
  covers: 15,
  notes: 16,
  size: 17,
} as const;

/** Statuses from this one on belong to days without a shift. */
export const FIRST_IDLE = 9;

/** Added to a status when a day without a shift has more to say than its status. */
export const WITH_MORE = 32;

export const STATUSES: readonly DayStatus[] = [
  'normal',
  'late',
  'early',
  'missing',
  'absent',
  'leave',
  'outing',
  'trip',
  'pending',
  'rest',
  'holiday',
  'unscheduled',
  'no-rule',
  'excluded',
  'not-employed',
];

const CODE = Object.fromEntries(STATUSES.map((status, code) => [status, code])) as Record<DayStatus, number>;

/** Instants on the tape count from the day's midnight, so that they are small. */
const fromMidnight = (w: Workings, at: number): number => (at === NONE ? NONE : at - w.plan.outline.midnight);

/** Writes the sheet of a day with a shift; leaves what the next scheduled day needs in the carry. */
export function writeDuty(w: Workings, tape: CodeTape): void {
  const { segments, overtime, covers, notes } = w;
  const nights = w.rule.settings.nightWindow === null ? 0 : 6;
  const at = tape.take(HEAD.size + 2 * segments + overtime.length + nights + covers.length + notes.length);
  const { words } = tape;
  words[at + HEAD.status] = CODE[statusOf(w)];
  words[at + HEAD.dueIn] = w.clock(w.dueIn);
  words[at + HEAD.dueOut] = w.clock(w.dueOut);
  words[at + HEAD.missing] = w.missing;
  words[at + HEAD.pending] = w.pending ? 1 : 0;
  words[at + HEAD.late] = w.late;
  words[at + HEAD.early] = w.early;
  words[at + HEAD.absent] = w.absentMinutes();
  words[at + HEAD.counts] = w.lateCount | (w.earlyCount << 8) | (w.absentCount << 16);
  words[at + HEAD.worked] = workedMinutes(w);
  words[at + HEAD.lastRealOut] = fromMidnight(w, w.lastRealOut);
  words[at + HEAD.effectiveEnd] = fromMidnight(w, w.dueOut);
  words[at + HEAD.cards] = 2 * segments;
  words[at + HEAD.overtime] = overtime.length;
  words[at + HEAD.night] = nights;
  words[at + HEAD.covers] = covers.length;
  words[at + HEAD.notes] = notes.length;
  let next = at + HEAD.size;
  for (let i = 0; i < segments; i++) {
    words[next++] = w.clock(w.ins[i] as number);
    words[next++] = w.clock(w.outs[i] as number);
  }
  if (overtime.length > 0) tape.copy(overtime, next);
  next += overtime.length;
  if (nights > 0) writeNights(w, words, next);
  next += nights;
  if (covers.length > 0) tape.copy(covers, next);
  if (notes.length > 0) tape.copy(notes, next + covers.length);
  leaveCarry(w);
}

function leaveCarry(w: Workings): void {
  w.carryDay = w.plan.day;
  w.carryOut = w.lastRealOut;
  w.carryEnd = w.dueOut;
  w.carryOutClock = w.clock(w.lastRealOut);
  w.carryEndClock = w.clock(w.dueOut);
}

/** Pairs [days after the duty date, minutes] for the three nights a day can touch. */
function writeNights(w: Workings, words: Int32Array, at: number): void {
  for (let offset = -1; offset <= 1; offset++) {
    words[at + 2 * (offset + 1)] = offset;
    words[at + 2 * (offset + 1) + 1] = nightMinutes(w, offset);
  }
}

/** Writes a day without a shift: its state, what was punched, and overtime. The carry passes it by. */
export function writeIdle(w: Workings, tape: CodeTape, first: number, last: number): void {
  const { plan, overtime, notes } = w;
  const status = CODE[plan.state === 'duty' ? 'no-rule' : plan.state];
  const cards = first !== NONE || last !== NONE ? 2 : 0;
  if (cards + notes.length === 0) {
    const only = tape.take(1);
    tape.words[only] = status;
    return;
  }
  const at = tape.take(HEAD.size + cards + overtime.length + notes.length);
  const { words } = tape;
  words.fill(0, at, at + HEAD.size);
  words[at + HEAD.status] = status + WITH_MORE;
  words[at + HEAD.dueIn] = NONE;
  words[at + HEAD.dueOut] = NONE;
  words[at + HEAD.cards] = cards;
  words[at + HEAD.overtime] = overtime.length;
  words[at + HEAD.notes] = notes.length;
  if (cards > 0) {
    words[at + HEAD.size] = w.clock(first);
    words[at + HEAD.size + 1] = w.clock(last);
  }
  tape.copy(overtime, at + HEAD.size + cards);
  tape.copy(notes, at + HEAD.size + cards + overtime.length);
}

function statusOf(w: Workings): DayStatus {
  if (w.absentCount > 0) return 'absent';
  if (w.missing !== 0) return 'missing';
  if (w.lateCount > 0) return 'late';
  if (w.earlyCount > 0) return 'early';
  if (w.covers.length > 0 && isAway(w)) return mostCover(w);
  return w.pending ? 'pending' : 'normal';
}

function isAway({ ins, outs, segments }: Workings): boolean {
  for (let i = 0; i < segments; i++) if (ins[i] !== NONE || outs[i] !== NONE) return false;
  return true;
}

/** The kind of cover that took most of the day. */
function mostCover({ covers, approvals }: Workings): DayStatus {
  let most = 0;
  const { words } = covers;
  for (let i = 2; i < covers.length; i += 2)
    if ((words[i + 1] as number) > (words[most + 1] as number)) most = i;
  const kind = approvals[words[most] as number]?.kind;
  return kind === undefined || kind === 'overtime' ? 'leave' : kind;
}
