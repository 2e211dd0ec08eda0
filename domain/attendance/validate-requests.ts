import { problem } from '../schedule/problem';
import type { Problem } from '../schedule/problem';
import type { CorrectionLimits } from './correction-limits';
import type { OfferedLeave } from './request-types';

/** A published type keeps what balances and requests were written in; it is stopped, never taken out. */
export function leaveTypeProblems(
  types: readonly OfferedLeave[],
  published: readonly OfferedLeave[],
): Problem[] {
  const gone = published.filter(({ id }) => !types.some((type) => type.id === id));
  return [
    ...types.flatMap((type, i) => oneTypeProblems(type, i, types, published)),
    ...gone.map(({ name }) => problem('types', 'leave.gone', { name })),
    ...(types.some(({ stopped }) => stopped !== true) ? [] : [problem('types', 'leave.none-left')]),
  ];
}

const MOST_MINIMUM = 1440;

function oneTypeProblems(
  type: OfferedLeave,
  i: number,
  types: readonly OfferedLeave[],
  published: readonly OfferedLeave[],
): Problem[] {
  const { id, name, minimumUnits, unit } = type;
  const before = published.find((one) => one.id === id);
  const twice = types.findIndex((other) => other.name === name) !== i;
  return [
    ...(twice ? [problem(`types[${i}].name`, 'leave.named-twice', { name })] : []),
    ...(types.findIndex((other) => other.id === id) === i
      ? []
      : [problem(`types[${i}].id`, 'leave.named-twice', { name })]),
    ...(Number.isInteger(minimumUnits) && minimumUnits >= 1 && minimumUnits <= MOST_MINIMUM
      ? []
      : [problem(`types[${i}].minimumUnits`, 'count.between', { minimum: 1, maximum: MOST_MINIMUM })]),
    ...(before === undefined || before.unit === unit
      ? []
      : [problem(`types[${i}].unit`, 'leave.unit-is-fixed', { name })]),
  ];
}

const LIMITS = [
  ['perMonth', 0, 100],
  ['daysBack', 0, 365],
  ['deadlineDay', 1, 28],
] as const;

/** 补卡次数与时限: whole numbers within reason, or none. */
export const correctionLimitProblems = (limits: CorrectionLimits): Problem[] =>
  LIMITS.flatMap(([field, minimum, maximum]) => {
    const value = limits[field];
    return value === null || (Number.isInteger(value) && value >= minimum && value <= maximum)
      ? []
      : [problem(field, 'count.between', { minimum, maximum })];
  });
