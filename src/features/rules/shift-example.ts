import type { ShiftValue } from '@contract/rule-values';
import type { Shift } from '@domain/schedule/shift';
import { validateShift } from '@domain/schedule/validate-shift';
import { localDateOf } from '@domain/time/local-date';
import { clockText } from '@domain/time/work-minute';
import { minutesText } from '@/wording/lengths';
import { exampleDays } from './judge-example';

/** '09:00 到，18:00 可走，工作 8 小时', as the engine judges the shift under a plain rule. */
export function shiftExample(value: ShiftValue): string | undefined {
  const shift: Shift = { ...value, id: 'example', version: 1 };
  if (validateShift(shift).length > 0) return undefined;
  const days = exampleDays({
    rule: {
      effectiveFrom: localDateOf('2026-01-01'),
      name: '',
      zone: 'Asia/Shanghai',
      mode: value.kind,
      timetable: { system: 'standard', shiftId: shift.id, workdays: [1, 2, 3, 4, 5] },
      scope: [],
    },
    shift,
    settings: {},
  });
  if (days === null) return undefined;
  const arrived = value.kind === 'fixed' ? days.start : value.earliestIn;
  const dueOut = days.judge({ in: arrived, out: days.end }).dueOut ?? days.end;
  return `${clockText(arrived)} 到，${clockText(dueOut)} 可走，工作 ${minutesText(days.net)}`;
}
