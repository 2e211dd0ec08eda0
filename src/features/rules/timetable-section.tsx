import { Text } from '@tarojs/components';
import type { RuleDesk } from '@contract/contract';
import { weekParity } from '@domain/schedule/compiled-rule';
import type { System, Timetable, WeekdayShift } from '@domain/schedule/rule';
import { shiftIdsOf } from '@domain/schedule/validate-rule';
import { addDays, weekdayOf } from '@domain/time/local-date';
import { Panel } from '@/ui/panel';
import { ChoiceField, Field, PickField, SwitchField } from './fields';
import type { SectionProps } from './rule-editor';
import { WeekdayRows, Weekdays } from './weekday-rows';

const SYSTEMS = [
  ['standard', '标准'],
  ['flexible', '灵活'],
  ['alternating', '单双周'],
  ['roster', '排班'],
] as const;

const SYSTEM_SENTENCES: Readonly<Record<System, string>> = {
  standard: '每个工作日的班次相同。',
  flexible: '一周里不同的工作日可以有不同的班次。',
  alternating: '单周和双周各有自己的班次，从起点的周一数起，跨年不重置。',
  roster: '班次按排班表，在排班页里为每个人安排。',
};

const MODES = [
  ['fixed', '固定时间'],
  ['flexible', '弹性时间'],
] as const;

/** 考勤制度, 打卡模式 and 班次选择: which shift a day has. */
export function TimetableSection({
  value,
  loaded: { desk },
  problem,
  write,
  example,
}: SectionProps & { readonly example: string | undefined }) {
  const { timetable, mode } = value;
  const shifts = desk.shifts.filter(
    ({ id, kind, stopped }) => kind === mode && (stopped !== true || shiftIdsOf(timetable).includes(id)),
  );
  const put = (next: Timetable) => write({ timetable: next });
  return (
    <Panel title="考勤制度与班次">
      <ChoiceField
        id="rule-system"
        label="制度"
        sentence={SYSTEM_SENTENCES[timetable.system]}
        problem={problem('timetable')}
        value={timetable.system}
        choices={SYSTEMS}
        onChange={(system) => put(turnedInto(system, timetable, desk))}
      />
      <ChoiceField
        id="rule-mode"
        label="打卡模式"
        sentence={
          mode === 'fixed' ? '按固定的上下班时间判定。' : '在最早和最迟签到之间到，干满每日工时即可。'
        }
        problem={problem('mode')}
        value={mode}
        choices={MODES}
        onChange={(next) => {
          const first = desk.shifts.find(({ kind, stopped }) => kind === next && stopped !== true)?.id ?? '';
          write({ mode: next, timetable: withShift(timetable, first) });
        }}
      />
      {shifts.length === 0 && (
        <Text id="no-shifts" className="field__problem">
          还没有这种打卡模式的班次，请先在班次里建一个
        </Text>
      )}
      {timetable.system === 'standard' && (
        <>
          <PickField
            id="rule-shift"
            label="班次"
            example={example}
            value={timetable.shiftId}
            options={shifts}
            empty="选择班次"
            onChange={(shiftId) => put({ ...timetable, shiftId })}
          />
          <Field id="rule-workdays" label="工作日" sentence="不用另设周末和节假日。修改后最早次日生效。">
            <Weekdays
              id="rule-workdays"
              chosen={timetable.workdays}
              onChange={(workdays) => put({ ...timetable, workdays })}
            />
          </Field>
        </>
      )}
      {timetable.system === 'flexible' && (
        <WeekdayRows
          id="rows"
          rows={timetable.rows}
          shifts={shifts}
          onChange={(rows) => put({ ...timetable, rows })}
        />
      )}
      {timetable.system === 'alternating' && (
        <>
          <Text id="week-parity" className="field__example">
            {`本周是${weekParity(timetable.anchorMonday, desk.today) === 'odd' ? '单周' : '双周'}`}
          </Text>
          <WeekdayRows
            id="odd"
            title="单周"
            rows={timetable.odd}
            shifts={shifts}
            onChange={(odd) => put({ ...timetable, odd })}
          />
          <WeekdayRows
            id="even"
            title="双周"
            rows={timetable.even}
            shifts={shifts}
            onChange={(even) => put({ ...timetable, even })}
          />
        </>
      )}
      {timetable.system === 'roster' && <RosterFields timetable={timetable} shifts={shifts} onChange={put} />}
    </Panel>
  );
}

type Roster = Extract<Timetable, { system: 'roster' }>;

interface RosterFieldsProps {
  readonly timetable: Roster;
  readonly shifts: RuleDesk['shifts'];
  readonly onChange: (timetable: Roster) => void;
}

const RosterFields = ({ timetable, shifts, onChange }: RosterFieldsProps) => (
  <>
    {shifts.map(({ id, name }) => (
      <SwitchField
        key={id}
        id={`roster-shift-${id}`}
        label={name}
        on={timetable.shiftIds.includes(id)}
        onChange={(on) =>
          onChange({
            ...timetable,
            shiftIds: on ? [...timetable.shiftIds, id] : timetable.shiftIds.filter((one) => one !== id),
          })
        }
      />
    ))}
    <SwitchField
      id="roster-may-punch"
      label="未排班时，员工可打卡"
      sentence="打卡只留存，不判定。"
      on={timetable.unscheduledMayPunch === true}
      onChange={(unscheduledMayPunch) => onChange({ ...timetable, unscheduledMayPunch })}
    />
    <SwitchField
      id="roster-may-choose"
      label="未排班时，员工可自选班次"
      sentence="当天第一次打卡前，从上面的班次里选一个。"
      on={timetable.unscheduledMayChoose === true}
      onChange={(unscheduledMayChoose) => onChange({ ...timetable, unscheduledMayChoose })}
    />
    <SwitchField
      id="roster-leaders"
      label="部门负责人可为本部门排班"
      sentence="关着时只有 HR 能排，负责人可以看。"
      on={timetable.leadersMayPlan === true}
      onChange={(leadersMayPlan) => onChange({ ...timetable, leadersMayPlan })}
    />
  </>
);

const WORKDAYS = [1, 2, 3, 4, 5] as const;

/** Another system with what can be kept of this one: the shift. */
function turnedInto(system: System, before: Timetable, { today }: RuleDesk): Timetable {
  if (system === before.system) return before;
  const shiftId = shiftIdsOf(before)[0] ?? '';
  const week: readonly WeekdayShift[] = [{ weekdays: WORKDAYS, shiftId }];
  const monday = addDays(today, 1 - weekdayOf(today));
  switch (system) {
    case 'standard':
      return { system, shiftId, workdays: WORKDAYS };
    case 'flexible':
      return { system, rows: week };
    case 'alternating':
      return { system, anchorMonday: monday, odd: week, even: week };
    case 'roster':
      return { system, shiftIds: shiftId === '' ? [] : [shiftId] };
  }
}

/** Every row of it with this shift: shifts of the other mode cannot stay. */
function withShift(timetable: Timetable, shiftId: string): Timetable {
  const all = (rows: readonly WeekdayShift[]): WeekdayShift[] => rows.map((row) => ({ ...row, shiftId }));
  switch (timetable.system) {
    case 'standard':
      return { ...timetable, shiftId };
    case 'flexible':
      return { ...timetable, rows: all(timetable.rows) };
    case 'alternating':
      return { ...timetable, odd: all(timetable.odd), even: all(timetable.even) };
    case 'roster':
      return { ...timetable, shiftIds: shiftId === '' ? [] : [shiftId] };
  }
}
