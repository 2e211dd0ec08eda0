import type { DutyPlan } from '../schedule/day-outline';
import { wallMinute } from '../schedule/laid-shift';
import type { LaidShift } from '../schedule/laid-shift';
import type { InstantMinute } from '../time/instant';
import { dateOfDayNumber } from '../time/local-date';
import type { Approval } from './approval';
import { HEAD, NOTE, STATUSES, WITH_MORE, isAlone, unpacked } from './day-codes';
import { BASES, FINDING_KINDS } from './finding';
import type { Finding } from './finding';
import { NONE } from './none';
import type { Punch } from './punch';
import { DAY_KINDS, SETTLEMENTS } from './stages/overtime';
import type { Carry, CoverPart, DayStatus, NightPart, OvertimePart, Verdict } from './verdict';

/** What a tape holds. */
export type Codes = Int32Array;

/** What the day was judged from: the tape holds only indices into it. */
export interface JudgedFrom {
  readonly plan: DutyPlan;
  readonly punches: readonly Punch[];
  readonly approvals: readonly Approval[];
  readonly carryIn: Carry | null;
}

const orNull = (word: number): number | null => (word === NONE ? null : word);

/** How many numbers the day that begins at `at` takes. */
export function codesLength(words: Codes, at: number): number {
  if (isAlone(words[at + HEAD.state] as number)) return 1;
  const sizes = words[at + HEAD.sizes] as number;
  const more = (words[at + HEAD.notes] as number) + (words[at + HEAD.covers] as number);
  return HEAD.size + unpacked(sizes, 0) + unpacked(sizes, 1) + unpacked(sizes, 2) + more;
}

const NOTHING_MORE = Int32Array.from({ length: HEAD.size }, (_, i) =>
  i === HEAD.dueIn || i === HEAD.dueOut ? NONE : 0,
);

/** The verdict that stands on the tape at `at`. */
export function readVerdict(tape: Codes, at: number, from: JudgedFrom): Verdict {
  const state = tape[at + HEAD.state] as number;
  const status = STATUSES[unpacked(state, 0) % WITH_MORE] ?? 'no-rule';
  return isAlone(state) ? readFull(status, NOTHING_MORE, 0, from) : readFull(status, tape, at, from);
}

function readFull(status: DayStatus, words: Codes, at: number, from: JudgedFrom): Verdict {
  const { plan } = from;
  const { rule, laid } = plan;
  const head = (field: keyof typeof HEAD): number => words[at + HEAD[field]] as number;
  const [state, counts, sizes] = [head('state'), head('counts'), head('sizes')];
  const runs = runsFrom(words, at);
  const cards = runs(unpacked(sizes, 0), 1, ([card]) => orNull(card as number));
  const findings = runs(head('notes'), NOTE.size, (note) => readFinding(note, from));
  const overtime = runs(unpacked(sizes, 1), 4, readOvertime);
  const night = runs(unpacked(sizes, 2), 2, ([offset, minutes]): NightPart => ({
    date: dateOfDayNumber(plan.day + (offset as number)),
    minutes: minutes as number,
  }));
  const covers = runs(head('covers'), 2, (pair) => readCover(pair, from.approvals));
  const missing = cards.flatMap((_, card) => ((unpacked(state, 1) & (1 << card)) === 0 ? [] : [card]));
  return {
    date: plan.date,
    status,
    ruleId: rule?.id ?? null,
    ruleVersion: rule?.version ?? null,
    shiftId: laid?.shift.id ?? null,
    shiftVersion: laid?.shift.version ?? null,
    zone: plan.outline.zone.name,
    dueIn: orNull(head('dueIn')),
    dueOut: orNull(head('dueOut')),
    cards,
    missing,
    lateMinutes: head('late'),
    lateCount: unpacked(counts, 0),
    earlyMinutes: head('early'),
    earlyCount: unpacked(counts, 1),
    absentMinutes: head('absent'),
    absentCount: unpacked(counts, 2),
    workedMinutes: head('worked'),
    requiredMinutes: laid?.net ?? 0,
    overtime,
    night: night.filter(({ minutes }) => minutes > 0),
    covers,
    provisional: unpacked(state, 2) === 1,
    findings,
    carryOut:
      rule === null || laid === null
        ? from.carryIn
        : readCarry(plan, laid, head('lastRealOut'), head('effectiveEnd')),
  };
}

function readCarry({ date, outline }: DutyPlan, laid: LaidShift, out: number, end: number): Carry {
  const lastRealOut = out === NONE ? null : ((outline.midnight + out) as InstantMinute);
  const effectiveEnd = end === NONE ? null : ((outline.midnight + end) as InstantMinute);
  return {
    dutyDate: date,
    lastRealOut,
    effectiveEnd,
    outClock: lastRealOut === null ? null : wallMinute(laid, lastRealOut),
    endClock: effectiveEnd === null ? null : wallMinute(laid, effectiveEnd),
  };
}

/** Reads what follows the head, run by run. */
function runsFrom(words: Codes, at: number) {
  let next = at + HEAD.size;
  return <T>(count: number, size: number, read: (run: Codes) => T): T[] => {
    const found: T[] = [];
    for (const end = next + count; next < end; next += size)
      found.push(read(words.subarray(next, next + size)));
    return found;
  };
}

const readOvertime = ([kind, minutes, multiple, settle]: Codes): OvertimePart => ({
  kind: DAY_KINDS[kind as number] ?? 'workday',
  minutes: minutes as number,
  multiple: (multiple as number) / 100,
  settle: SETTLEMENTS[settle as number] ?? 'pay',
});

function readCover([index, minutes]: Codes, approvals: readonly Approval[]): CoverPart {
  const approval = approvals[index as number];
  const kind = approval === undefined || approval.kind === 'overtime' ? 'leave' : approval.kind;
  return { kind, type: approval?.type ?? '', minutes: minutes as number };
}

function readFinding(note: Codes, { plan: { rule, day }, punches }: JudgedFrom): Finding {
  const word = (field: keyof typeof NOTE): number => note[NOTE[field]] as number;
  const code = word('code');
  const kind = FINDING_KINDS[unpacked(code, 0)] ?? 'unplaced';
  const segment = unpacked(code, 2);
  const row = unpacked(code, 3);
  const aboutADay = kind === 'late-out-late-in';
  return {
    kind,
    minutes: word('minutes'),
    segment: segment === 0 ? null : segment - 1,
    because: {
      rule: rule?.id ?? null,
      version: rule?.version ?? null,
      expected: orNull(word('expected')),
      actual: orNull(word('actual')),
      basis: BASES[unpacked(code, 1)] ?? 'shift',
      measured: orNull(word('measured')),
      limit: orNull(word('limit')),
      unit: orNull(word('unit')),
      row: row === 0 ? null : row,
      date: aboutADay ? dateOfDayNumber(day - word('from')) : null,
      punch: aboutADay ? null : (punches[word('from')]?.id ?? null),
    },
  };
}
