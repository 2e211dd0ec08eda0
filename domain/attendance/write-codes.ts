import { HEAD, STATUSES, WITH_MORE, packed } from './day-codes';
import { NONE } from './none';
import { nightMinutes, workedMinutes } from './stages/worked';
import type { DayStatus } from './verdict';
import type { Workings } from './workings';

const CODE = Object.fromEntries(STATUSES.map((status, code) => [status, code])) as Record<DayStatus, number>;

/** Instants on the tape count from the day's midnight, so that they are small. */
const fromMidnight = (w: Workings, at: number): number => (at === NONE ? NONE : at - w.plan.outline.midnight);

/** Writes the head of a day with a shift, and what follows its findings; leaves what the next day needs. */
export function writeDuty(w: Workings): void {
  const { tape, start, segments, overtime, covers } = w;
  const notes = tape.length - w.notesAt;
  const nights = w.rule.settings.nightWindow === null ? 0 : 6;
  const more = overtime.length + nights + covers.length;
  if (more > 0) writeMore(w, tape.take(more), nights);
  const { words } = tape;
  words[start + HEAD.state] = packed(CODE[statusOf(w)], w.missing, w.pending ? 1 : 0);
  words[start + HEAD.dueIn] = w.clock(w.dueIn);
  words[start + HEAD.dueOut] = w.clock(w.dueOut);
  words[start + HEAD.late] = w.late;
  words[start + HEAD.early] = w.early;
  words[start + HEAD.absent] = w.absentMinutes();
  words[start + HEAD.counts] = packed(w.lateCount, w.earlyCount, w.absentCount);
  words[start + HEAD.worked] = workedMinutes(w);
  words[start + HEAD.lastRealOut] = fromMidnight(w, w.lastRealOut);
  words[start + HEAD.effectiveEnd] = fromMidnight(w, w.dueOut);
  words[start + HEAD.sizes] = packed(2 * segments, overtime.length, nights);
  words[start + HEAD.notes] = notes;
  words[start + HEAD.covers] = covers.length;
  let next = start + HEAD.size;
  for (let i = 0; i < segments; i++) {
    words[next++] = w.clock(w.ins[i] as number);
    words[next++] = w.clock(w.outs[i] as number);
  }
  leaveCarry(w);
}

/** Overtime, nights and covers: most days have none. */
function writeMore(w: Workings, at: number, nights: number): void {
  const { tape, overtime, covers } = w;
  tape.copy(overtime, at);
  if (nights > 0) writeNights(w, tape.words, at + overtime.length);
  tape.copy(covers, at + overtime.length + nights);
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
export function writeIdle(w: Workings, first: number, last: number): void {
  const { tape, start, plan, overtime } = w;
  const status = CODE[plan.state === 'duty' ? 'no-rule' : plan.state];
  const notes = tape.length - w.notesAt;
  const cards = w.notesAt - start - HEAD.size;
  if (cards + notes === 0) {
    tape.words[start] = status;
    tape.length = start + 1;
    return;
  }
  tape.copy(overtime, tape.take(overtime.length));
  const { words } = tape;
  words.fill(0, start, start + HEAD.size);
  words[start + HEAD.state] = status + WITH_MORE;
  words[start + HEAD.dueIn] = NONE;
  words[start + HEAD.dueOut] = NONE;
  words[start + HEAD.sizes] = packed(cards, overtime.length, 0);
  words[start + HEAD.notes] = notes;
  if (cards === 0) return;
  words[start + HEAD.size] = w.clock(first);
  words[start + HEAD.size + 1] = w.clock(last);
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
