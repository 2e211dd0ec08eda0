import type { PlanReference } from '../schedule/plan-day';
import type { InstantMinute } from '../time/instant';
import { addDays, daysBetween } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import { BASES, FINDING_KINDS } from './finding';
import type { Because, Finding } from './finding';
import { DAY_KINDS, SETTLEMENTS } from './stages/overtime';
import type { Carry, CoverPart, DayStatus, Verdict } from './verdict';
import { STATUSES } from './day-codes';

type Plain = number | string | null;

/**
 * A verdict as a sheet keeps it: codes and numbers in a fixed order, what is at the end and empty left out. It does
 * not repeat what the sheet's day holds anyway (date, plan, punches), so a busy month fits in 16 KB (tested). The
 * codes are places in lists that only ever grow at their end.
 */
export type StoredVerdict = readonly (Plain | readonly (Plain | readonly Plain[])[])[];

/** The rest of the sheet's day. */
export interface StoredBeside {
  readonly plan: PlanReference;
  readonly zone: string;
  /** In the order in which storeVerdict was given them. */
  readonly punches: readonly { readonly id: string }[];
  /** What the scheduled day before left: days without a shift pass it on. */
  readonly carryIn: Carry | null;
}

const COVER_KINDS: readonly CoverPart['kind'][] = ['leave', 'outing', 'trip'];

/** Drops the empty end of a list. */
function trimmed<T extends Plain | readonly unknown[]>(list: readonly T[]): readonly T[] {
  let end = list.length;
  const isEmpty = (one: T | undefined): boolean => one === null || (Array.isArray(one) && one.length === 0);
  while (end > 0 && isEmpty(list[end - 1])) end -= 1;
  return list.slice(0, end);
}

export function storeVerdict(verdict: Verdict, punches: StoredBeside['punches']): StoredVerdict {
  const { carryOut: carry, missing, date } = verdict;
  const own = carry !== null && carry.dutyDate === date ? carry : null;
  return trimmed([
    STATUSES.indexOf(verdict.status),
    verdict.dueIn,
    verdict.dueOut,
    verdict.cards,
    missing.reduce((bits, card) => bits | (1 << card), 0),
    [verdict.lateMinutes, verdict.lateCount, verdict.earlyMinutes, verdict.earlyCount],
    [verdict.absentMinutes, verdict.absentCount, verdict.workedMinutes, verdict.requiredMinutes],
    verdict.provisional ? 1 : 0,
    own === null ? [] : [own.lastRealOut, own.effectiveEnd, own.outClock, own.endClock],
    verdict.overtime.map(({ kind, minutes, multiple, settle }) => [
      DAY_KINDS.indexOf(kind),
      minutes,
      multiple,
      SETTLEMENTS.indexOf(settle),
    ]),
    verdict.night.map((part) => [daysBetween(date, part.date), part.minutes]),
    verdict.covers.map(({ kind, type, minutes }) => [COVER_KINDS.indexOf(kind), type, minutes]),
    verdict.findings.map((finding) => storeFinding(finding, date, punches)),
  ]);
}

function storeFinding(
  finding: Finding,
  today: LocalDate,
  punches: StoredBeside['punches'],
): readonly Plain[] {
  const { kind, minutes, segment, because } = finding;
  const punch = punches.findIndex(({ id }) => id === because.punch);
  return trimmed<Plain>([
    FINDING_KINDS.indexOf(kind),
    minutes,
    segment,
    BASES.indexOf(because.basis),
    because.expected,
    because.actual,
    because.measured,
    because.limit,
    because.unit,
    punch < 0 ? null : punch,
    because.row,
    because.date === null ? null : daysBetween(because.date, today),
  ]);
}

type Row = readonly (number | null)[];

export function restoreVerdict(stored: StoredVerdict, beside: StoredBeside): Verdict {
  const { plan, zone, carryIn } = beside;
  const { date } = plan;
  const number = (at: number): number => (stored[at] as number | undefined) ?? 0;
  const clock = (at: number): number | null => (stored[at] as number | null | undefined) ?? null;
  const row = (at: number): Row => (stored[at] as Row | undefined) ?? [];
  const rows = (at: number): readonly (readonly Plain[])[] =>
    (stored[at] as (readonly Plain[])[] | undefined) ?? [];
  const cards = row(3);
  const [late = 0, lateCount = 0, early = 0, earlyCount = 0] = row(5) as readonly number[];
  const [absent = 0, absentCount = 0, worked = 0, required = 0] = row(6) as readonly number[];
  return {
    date,
    status: STATUSES[number(0)] as DayStatus,
    ruleId: plan.ruleId,
    ruleVersion: plan.ruleVersion,
    shiftId: plan.shiftId,
    shiftVersion: plan.shiftVersion,
    zone,
    dueIn: clock(1),
    dueOut: clock(2),
    cards,
    missing: cards.flatMap((_, card) => ((number(4) & (1 << card)) === 0 ? [] : [card])),
    lateMinutes: late,
    lateCount,
    earlyMinutes: early,
    earlyCount,
    absentMinutes: absent,
    absentCount,
    workedMinutes: worked,
    requiredMinutes: required,
    overtime: rows(9).map(([kind, minutes, multiple, settle]) => ({
      kind: DAY_KINDS[kind as number] ?? 'workday',
      minutes: minutes as number,
      multiple: multiple as number,
      settle: SETTLEMENTS[settle as number] ?? 'pay',
    })),
    night: rows(10).map(([offset, minutes]) => ({
      date: addDays(date, offset as number),
      minutes: minutes as number,
    })),
    covers: rows(11).map(([kind, type, minutes]) => ({
      kind: COVER_KINDS[kind as number] ?? 'leave',
      type: type as string,
      minutes: minutes as number,
    })),
    provisional: number(7) === 1,
    findings: rows(12).map((finding) => restoreFinding(finding as Row, beside)),
    carryOut: plan.shiftId === null ? carryIn : restoreCarry(date, row(8)),
  };
}

function restoreCarry(dutyDate: LocalDate, [out, end, outClock, endClock]: Row): Carry {
  return {
    dutyDate,
    lastRealOut: (out ?? null) as InstantMinute | null,
    effectiveEnd: (end ?? null) as InstantMinute | null,
    outClock: outClock ?? null,
    endClock: endClock ?? null,
  };
}

function restoreFinding(stored: Row, { plan, punches }: StoredBeside): Finding {
  const [kind, minutes, segment, basis, expected, actual, measured, limit, unit, punch, row, daysAgo] =
    stored;
  const because: Because = {
    rule: plan.ruleId,
    version: plan.ruleVersion,
    expected: expected ?? null,
    actual: actual ?? null,
    basis: BASES[basis ?? 0] ?? 'shift',
    measured: measured ?? null,
    limit: limit ?? null,
    unit: unit ?? null,
    row: row ?? null,
    date: daysAgo == null ? null : addDays(plan.date, -daysAgo),
    punch: punches[punch ?? -1]?.id ?? null,
  };
  return {
    kind: FINDING_KINDS[kind ?? 0] ?? 'late',
    minutes: minutes ?? 0,
    segment: segment ?? null,
    because,
  };
}
