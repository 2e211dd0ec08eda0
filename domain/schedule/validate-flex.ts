import { afterOf, MAX_LATE_OUT_ROWS } from './flex';
import type { EarlyInEarlyOut, LateInLateOut, LateOutLateIn, LateOutRow } from './flex';
import { layShift } from './laid-shift';
import { minutesProblems, problem, under } from './problem';
import type { Problem } from './problem';
import type { Rule } from './rule';
import type { Shift } from './shift';
import { fixedZone } from '../time/zone';

/** The three flexible rules of fixed-time punching: their numbers (docs/rules.md §1–§3). */
export const flexNumberProblems = (rule: Rule): Problem[] => [
  ...under('earlyInEarlyOut', pairProblems(rule.earlyInEarlyOut)),
  ...under('lateInLateOut', pairProblems(rule.lateInLateOut)),
  ...under('lateOutLateIn', rowProblems(rule.lateOutLateIn)),
];

const minutesField = (field: string, value: unknown): Problem[] => minutesProblems(field, value, 1);

function pairProblems(policy: EarlyInEarlyOut | LateInLateOut | null | undefined): Problem[] {
  if (policy == null) return [];
  const { mode: _mode, ...numbers } = policy;
  return Object.entries(numbers).flatMap(([field, value]) =>
    field === 'overCap' ? [] : minutesField(field, value),
  );
}

function rowProblems(policy: LateOutLateIn | null | undefined): Problem[] {
  if (policy == null) return [];
  const { rows } = policy;
  if (rows.length === 0) return [problem('rows', 'rule.no-late-out-rows')];
  if (rows.length > MAX_LATE_OUT_ROWS)
    return [problem('rows', 'rule.too-many-late-out-rows', { limit: MAX_LATE_OUT_ROWS })];
  let longest = 0;
  return rows.flatMap((row, i) => {
    const found = rowNumberProblems(row);
    const before = rows[i - 1];
    if (before !== undefined && afterOf(row) <= afterOf(before))
      found.push(problem('afterMinutes', 'rule.late-out-not-ascending'));
    if (row.mode === 'fixed') {
      if (row.lateMinutes < longest) found.push(problem('lateMinutes', 'rule.late-out-descending-grant'));
      longest = Math.max(longest, row.lateMinutes);
    }
    return under(`rows[${i}]`, found);
  });
}

const rowNumberProblems = (row: LateOutRow): Problem[] => [
  ...minutesField('afterMinutes', afterOf(row)),
  ...(row.mode === 'fixed'
    ? minutesField('lateMinutes', row.lateMinutes)
    : minutesField('capMinutes', row.capMinutes)),
];

/** The most that S can move later: the largest late-out grant and the late-in move on top. */
export function latestStartMove({ lateOutLateIn, lateInLateOut }: Rule): number {
  const grants = (lateOutLateIn?.rows ?? []).map((row) =>
    row.mode === 'fixed' ? row.lateMinutes : row.capMinutes,
  );
  const lateIn =
    lateInLateOut == null
      ? 0
      : lateInLateOut.mode === 'fixed'
        ? lateInLateOut.lateMinutes
        : lateInLateOut.capMinutes;
  return Math.max(0, ...grants) + lateIn;
}

/** The most that E can move earlier. */
export const earliestEndMove = ({ earlyInEarlyOut: policy }: Rule): number =>
  policy == null ? 0 : policy.mode === 'fixed' ? policy.leaveMinutes : policy.capMinutes;

const PLAIN_ZONE = fixedZone('UTC', 0);

/** S plus every move must stay inside the first in part, E less every move inside the last out part (§20). */
export function flexReachProblems(rule: Rule, shift: Shift): Problem[] {
  if (shift.kind !== 'fixed') return [];
  const laid = layShift(shift, PLAIN_ZONE, 0);
  const last = laid.edges.length - 1;
  const startMove = latestStartMove(rule);
  const endMove = earliestEndMove(rule);
  const start = (laid.starts[0] ?? 0) + startMove;
  const end = (laid.ends[laid.ends.length - 1] ?? 0) - endMove;
  const inPartHolds =
    laid.windows === null ? 2 * start < (laid.cuts2[0] ?? Infinity) : start <= (laid.windows[1] ?? 0);
  const outPartHolds =
    laid.windows === null
      ? 2 * end >= (laid.cuts2[last - 1] ?? -Infinity)
      : end >= (laid.windows[2 * last] ?? 0);
  return [
    ...(startMove > 0 && !inPartHolds && laid.cardIsOut[0] === false
      ? [
          problem(
            rule.lateOutLateIn ? 'lateOutLateIn' : 'lateInLateOut',
            'rule.start-moves-out-of-its-part',
            {
              shiftId: shift.id,
              move: startMove,
            },
          ),
        ]
      : []),
    ...(endMove > 0 && !outPartHolds && laid.cardIsOut[last] === true
      ? [problem('earlyInEarlyOut', 'rule.end-moves-out-of-its-part', { shiftId: shift.id, move: endMove })]
      : []),
  ];
}
