import { View } from '@tarojs/components';
import type { OwnDay } from '@domain/schedule/rule';
import type { LocalDate } from '@domain/time/local-date';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { dayWithWeekday } from '@/wording/times';
import { ChoiceField, DateField, PickField, TextField } from './fields';
import type { SectionProps } from './rule-editor';

const KINDS = [
  ['workday', '要打卡'],
  ['restday', '不用打卡'],
] as const;

const USUAL = 'usual';

/** 特殊日期 of one rule: these people work, or do not, whatever the calendar says. */
export function OwnDaysSection({ value, loaded: { desk }, problem, write }: SectionProps) {
  if (value.timetable.system === 'roster') return null;
  const days = value.ownDays ?? [];
  const put = (next: readonly OwnDay[]) => write({ ownDays: next });
  const shifts = desk.shifts.filter(({ kind, stopped }) => kind === value.mode && stopped !== true);
  return (
    <Panel title="特殊日期">
      {days.map((day, at) => {
        const change = (part: Partial<OwnDay>) =>
          put(days.map((one, i) => (i === at ? { ...one, ...part } : one)));
        return (
          <View key={at} id={`own-day-${at}`} className="field">
            <DateField
              id={`own-day-${at}-date`}
              label={dayWithWeekday(day.date)}
              problem={problem(`ownDays[${at}]`)}
              value={day.date}
              onChange={(date) => change({ date: date as LocalDate })}
            />
            <ChoiceField
              id={`own-day-${at}-kind`}
              label="这一天"
              value={day.kind}
              choices={KINDS}
              onChange={(kind) => change({ kind, shiftId: null })}
            />
            {day.kind === 'workday' && (
              <PickField
                id={`own-day-${at}-shift`}
                label="班次"
                value={day.shiftId ?? USUAL}
                options={[{ id: USUAL, name: '按平常的班次' }, ...shifts]}
                empty="选择班次"
                onChange={(shiftId) => change({ shiftId: shiftId === USUAL ? null : shiftId })}
              />
            )}
            <TextField
              id={`own-day-${at}-name`}
              label="说明"
              placeholder="例如：盘点日"
              value={day.name}
              onChange={(name) => change({ name })}
            />
            <Button id={`own-day-${at}-drop`} look="text" onTap={() => put(days.filter((_, i) => i !== at))}>
              去掉这一天
            </Button>
          </View>
        );
      })}
      <View className="field__add">
        <Button
          id="own-day-add"
          look="compact"
          onTap={() => put([...days, { date: desk.today, kind: 'workday', shiftId: null, name: '特殊日期' }])}
        >
          加一天
        </Button>
      </View>
    </Panel>
  );
}
