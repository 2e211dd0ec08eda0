import { Text, View } from '@tarojs/components';
import type { RuleDesk } from '@contract/contract';
import type { WeekdayShift } from '@domain/schedule/rule';
import type { Weekday } from '@domain/time/local-date';
import { Button } from '@/ui/button';
import { PickField, SwitchField } from './fields';
import { shiftExample } from './shift-example';

const WEEK = [
  [1, '一'],
  [2, '二'],
  [3, '三'],
  [4, '四'],
  [5, '五'],
  [6, '六'],
  [7, '日'],
] as const satisfies readonly (readonly [Weekday, string])[];

interface WeekdaysProps {
  readonly id: string;
  readonly chosen: readonly Weekday[];
  readonly onChange: (weekdays: readonly Weekday[]) => void;
}

export const Weekdays = ({ id, chosen, onChange }: WeekdaysProps) => (
  <View className="field__week">
    {WEEK.map(([day, word]) => {
      const on = chosen.includes(day);
      return (
        <View
          key={day}
          id={`${id}-${day}`}
          className={`field__choice${on ? ' field__choice--chosen' : ''}`}
          onClick={() =>
            onChange(on ? chosen.filter((one) => one !== day) : [...chosen, day].sort((a, b) => a - b))
          }
        >
          <Text>{word}</Text>
        </View>
      );
    })}
  </View>
);

function exampleOf(shifts: RuleDesk['shifts'], shiftId: string): string | undefined {
  const shift = shifts.find(({ id }) => id === shiftId);
  return shift === undefined ? undefined : shiftExample(shift);
}

interface WeekdayRowsProps {
  readonly id: string;
  readonly title?: string;
  readonly rows: readonly WeekdayShift[];
  readonly shifts: RuleDesk['shifts'];
  readonly onChange: (rows: readonly WeekdayShift[]) => void;
}

/** 设置具体规则: which weekdays work which shift; one row may serve rest days that are swapped into work. */
export function WeekdayRows({ id, title, rows, shifts, onChange }: WeekdayRowsProps) {
  const put = (at: number, change: Partial<WeekdayShift>) =>
    onChange(rows.map((row, i) => (i === at ? { ...row, ...change } : row)));
  return (
    <View id={id}>
      {title !== undefined && <Text className="field__label">{title}</Text>}
      {rows.map((row, at) => (
        <View key={at} className="field">
          <Weekdays id={`${id}-${at}`} chosen={row.weekdays} onChange={(weekdays) => put(at, { weekdays })} />
          <PickField
            id={`${id}-${at}-shift`}
            label="班次"
            example={exampleOf(shifts, row.shiftId)}
            value={row.shiftId}
            options={shifts}
            empty="选择班次"
            onChange={(shiftId) => put(at, { shiftId })}
          />
          <SwitchField
            id={`${id}-${at}-default`}
            label="非工作日默认时段"
            sentence="休息日调成上班时用这一条；都不勾选则按 09:00–18:00。"
            on={row.restDayDefault === true}
            onChange={(restDayDefault) => put(at, { restDayDefault })}
          />
          {rows.length > 1 && (
            <Button
              id={`${id}-${at}-drop`}
              look="text"
              onTap={() => onChange(rows.filter((_, i) => i !== at))}
            >
              去掉这一条
            </Button>
          )}
        </View>
      ))}
      <View className="field__add">
        <Button
          id={`${id}-add`}
          look="compact"
          onTap={() => onChange([...rows, { weekdays: [], shiftId: shifts[0]?.id ?? '' }])}
        >
          加一条
        </Button>
      </View>
    </View>
  );
}
