import { useCallback, useState } from 'react';
import type { SpecialDaysValue } from '@contract/company-values';
import { CHINA_PUBLIC_DAYS, type SpecialDay } from '@domain/time/workday-calendar';
import { addDays, type LocalDate } from '@domain/time/local-date';
import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { dayText, dayWithWeekday } from '@/wording/times';
import { DAY_KINDS, KIND_WORDS } from './calendar-words';
import { ChoiceField, DateField, SwitchField, TextField } from './fields';
import { ItemFrame } from './item-frame';
import { loadFromDesk } from './load-from-desk';
import { PasteCalendar } from './paste-calendar';
import { problemAt } from './section-problems';
import { useEffectOf } from './use-effect-of';
import { useItem } from './use-item';

/** 节假日与特殊日期: the public calendar year by year, and the company's own days, which win over it. */
export function CalendarEditor() {
  const load = useCallback(
    () =>
      loadFromDesk<SpecialDaysValue>(
        ({ specialDays, calendarKnownUntil }) => ({ days: specialDays, knownUntil: calendarKnownUntil }),
        null,
        ({ mayEditCompany }) => mayEditCompany,
      ),
    [],
  );
  const item = useItem<SpecialDaysValue>('specialDays', 'company', load);
  const { value } = item;
  const effect = useEffectOf(
    value === null || item.loaded?.mayEdit !== true ? null : { kind: 'specialDays', id: 'company', value },
  );
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <ItemFrame item={item} effect={effect}>
      {(calendar, { desk }) => {
        const year = chosen ?? desk.today.slice(0, 4);
        return (
          <Year
            year={year}
            today={desk.today}
            calendar={calendar}
            problem={(at) => problemAt(effect, `days[${at}]`)}
            onTurn={setChosen}
            onChange={item.write}
          />
        );
      }}
    </ItemFrame>
  );
}

interface YearProps {
  readonly year: string;
  readonly today: LocalDate;
  readonly calendar: SpecialDaysValue;
  /** Of the n-th of all own days. */
  readonly problem: (at: number) => string | undefined;
  readonly onTurn: (year: string) => void;
  readonly onChange: (calendar: SpecialDaysValue) => void;
}

function Year({ year, today, calendar, problem, onTurn, onChange }: YearProps) {
  const [pasting, setPasting] = useState(false);
  const { days, knownUntil } = calendar;
  const put = (next: readonly SpecialDay[]) =>
    onChange({ ...calendar, days: [...next].sort((a, b) => (a.date < b.date ? -1 : 1)) });
  const thisYear = Number(today.slice(0, 4));
  const known = knownUntil !== undefined && knownUntil >= `${year}-12-31`;
  const builtIn = CHINA_PUBLIC_DAYS.filter(({ date }) => date.startsWith(year));
  return (
    <>
      <Panel id="calendar-year" title={`${year} 年的法定安排`}>
        <ChoiceField
          id="calendar-turn"
          label="年份"
          value={year}
          choices={[-1, 0, 1, 2].map((more) => [String(thisYear + more), String(thisYear + more)])}
          onChange={onTurn}
        />
        {runsOf(builtIn).map((run) => (
          <Text key={run.from} className="field__sentence">
            {runText(run)}
          </Text>
        ))}
        {builtIn.length === 0 && (
          <>
            <Text id="calendar-unknown" className="field__sentence">
              {known
                ? '这一年按下面录入的日期。'
                : '还没有内置这一年的放假安排。官方公布后，可以把安排粘贴进来；在那之前按周末算。'}
            </Text>
            <SwitchField
              id="calendar-known"
              label="这一年的安排已全部录入"
              sentence="开启后，涉及这一年的工作日不再提示“安排未公布”。"
              on={known}
              onChange={(on) =>
                onChange({
                  ...calendar,
                  knownUntil: (on ? `${year}-12-31` : `${Number(year) - 1}-12-31`) as LocalDate,
                })
              }
            />
          </>
        )}
      </Panel>
      <Panel id="calendar-own" title="本公司的特殊日期">
        <Text className="field__sentence">
          优先于法定安排，对全公司有效；只对一部分人的，在那条规则里设。
        </Text>
        {days.map((day, at) =>
          day.date.startsWith(year) ? (
            <OwnSpecialDay
              key={`${at}-${day.date}`}
              at={at}
              day={day}
              problem={problem(at)}
              onChange={(next) =>
                put(days.flatMap((one, i) => (i !== at ? [one] : next === null ? [] : [next])))
              }
            />
          ) : null,
        )}
        <View className="field__add">
          <Button
            id="calendar-add"
            look="compact"
            onTap={() => put([...days, { date: freeDay(year, today, days), kind: 'workday', name: '补班' }])}
          >
            加一天
          </Button>
          <Button id="calendar-paste" look="compact" onTap={() => setPasting(true)}>
            粘贴一年的安排
          </Button>
        </View>
      </Panel>
      {pasting && (
        <PasteCalendar
          year={Number(year)}
          onClose={() => setPasting(false)}
          onTake={(read) => {
            const pasted = new Set(read.map(({ date }) => date));
            put([...days.filter(({ date }) => !pasted.has(date)), ...read]);
            setPasting(false);
          }}
        />
      )}
    </>
  );
}

interface OwnSpecialDayProps {
  readonly at: number;
  readonly day: SpecialDay;
  readonly problem: string | undefined;
  /** null takes it out. */
  readonly onChange: (day: SpecialDay | null) => void;
}

const OwnSpecialDay = ({ at, day, problem, onChange }: OwnSpecialDayProps) => (
  <View id={`special-${at}`} className="field">
    <DateField
      id={`special-${at}-date`}
      label={dayWithWeekday(day.date)}
      problem={problem}
      value={day.date}
      onChange={(date) => onChange({ ...day, date: date as LocalDate })}
    />
    <ChoiceField
      id={`special-${at}-kind`}
      label="这一天"
      value={day.kind}
      choices={DAY_KINDS}
      onChange={(kind) => onChange({ ...day, kind })}
    />
    <TextField
      id={`special-${at}-name`}
      label="说明"
      placeholder="例如：补班"
      value={day.name}
      onChange={(name) => onChange({ ...day, name })}
    />
    <Button id={`special-${at}-drop`} look="text" onTap={() => onChange(null)}>
      去掉这一天
    </Button>
  </View>
);

interface Run {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly kind: SpecialDay['kind'];
  readonly name: string;
}

/** Days of one name and kind that follow each other, as one line. */
function runsOf(days: readonly SpecialDay[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { date, kind, name } of days) {
    const last = runs.at(-1);
    if (last?.kind === kind && last.name === name && addDays(last.to, 1) === date)
      runs[runs.length - 1] = { ...last, to: date };
    else runs.push({ from: date, to: date, kind, name });
  }
  return runs;
}

const runText = ({ from, to, kind, name }: Run): string =>
  `${from === to ? dayText(from) : `${dayText(from)}–${dayText(to)}`} ${name}（${KIND_WORDS[kind]}）`;

/** The first day of the year, or from today on, that is not on the list yet. */
function freeDay(year: string, today: LocalDate, days: readonly SpecialDay[]): LocalDate {
  let date = (today.startsWith(year) ? today : `${year}-01-01`) as LocalDate;
  while (days.some((day) => day.date === date)) date = addDays(date, 1);
  return date;
}
