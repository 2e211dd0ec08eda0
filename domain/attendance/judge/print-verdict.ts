import { clockText } from '../../time/work-minute';
import { dateText } from '../../time/local-date';
import { STATUS_WORDS, explain } from '../explain';
import type { Because, Finding } from '../finding';
import type { Carry, Verdict } from '../verdict';
import type { NoticedField, WhatIf } from '../what-if';

const clock = (minute: number | null): string | null => (minute === null ? null : clockText(minute));

/** A reason as the judge prints it: clocks as text, numbers that play no part left out. */
function printBecause(because: Because): Record<string, unknown> {
  const { expected, actual, ...rest } = because;
  const numbers = Object.entries(rest).filter(([, value]) => value !== null);
  return {
    ...(expected !== null && { expected: clockText(expected) }),
    ...(actual !== null && { actual: clockText(actual) }),
    ...Object.fromEntries(numbers),
  };
}

const printFinding = ({ kind, minutes, segment, because }: Finding): Record<string, unknown> => ({
  kind,
  minutes,
  ...(segment !== null && { segment: segment + 1 }),
  because: printBecause(because),
});

/** '1-in' is the in card of the first segment. */
const cardName = (card: number): string => `${(card >> 1) + 1}-${card % 2 === 0 ? 'in' : 'out'}`;

const printCarry = ({ dutyDate, outClock, endClock }: Carry): Record<string, unknown> => ({
  dutyDate,
  lastRealOut: clock(outClock),
  effectiveEnd: clock(endClock),
});

/** A verdict as the judge prints it. docs/judge.md explains each field. */
export function printVerdict(person: string, verdict: Verdict): Record<string, unknown> {
  return {
    person,
    date: verdict.date,
    status: verdict.status,
    ...(verdict.ruleId !== null && { rule: `${verdict.ruleId}@${verdict.ruleVersion ?? 0}` }),
    ...(verdict.shiftId !== null && { shift: `${verdict.shiftId}@${verdict.shiftVersion ?? 0}` }),
    zone: verdict.zone,
    dueIn: clock(verdict.dueIn),
    dueOut: clock(verdict.dueOut),
    cards: verdict.cards.map(clock),
    missing: verdict.missing.map(cardName),
    late: verdict.lateMinutes,
    lateCount: verdict.lateCount,
    early: verdict.earlyMinutes,
    earlyCount: verdict.earlyCount,
    absent: verdict.absentMinutes,
    absentCount: verdict.absentCount,
    worked: verdict.workedMinutes,
    required: verdict.requiredMinutes,
    overtime: verdict.overtime,
    night: verdict.night,
    covers: verdict.covers,
    provisional: verdict.provisional,
    reasons: verdict.findings.map(printFinding),
    carry: verdict.carryOut === null ? null : printCarry(verdict.carryOut),
  };
}

/** The day in sentences: a heading and a line for each reason. */
export const whyLines = (name: string, verdict: Verdict): string[] => [
  `${name} ${dateText(verdict.date)} ${STATUS_WORDS[verdict.status]}`,
  ...explain(verdict).map((sentence) => `  ${sentence}`),
];

/** What a draft would change, as the judge prints it: of each changed day only the fields that differ. */
export function printWhatIf({ days, ...rest }: WhatIf): Record<string, unknown> {
  return {
    ...rest,
    days: days.map(({ personId, before, after, fields }) => {
      const printed = [printVerdict(personId, before), printVerdict(personId, after)] as const;
      const names = fields.map((field) => PRINTED_AS[field]);
      const [from, to] = printed.map((day) => Object.fromEntries(names.map((name) => [name, day[name]])));
      return { person: personId, date: before.date, from, to };
    }),
  };
}

const PRINTED_AS: Readonly<Record<NoticedField, string>> = {
  status: 'status',
  dueIn: 'dueIn',
  dueOut: 'dueOut',
  cards: 'cards',
  missing: 'missing',
  lateMinutes: 'late',
  earlyMinutes: 'early',
  absentMinutes: 'absent',
  workedMinutes: 'worked',
  requiredMinutes: 'required',
  overtime: 'overtime',
};
