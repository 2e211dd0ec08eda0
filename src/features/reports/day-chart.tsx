import { Text, View } from '@tarojs/components';
import type { Tone } from '@contract/contract';
import type { DayCount } from '@domain/attendance/report-sum';
import { durationText } from '@domain/time/duration-text';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { StatusMark } from '@/ui/status-mark';
import { dayWithWeekday } from '@/wording/times';
import { TONE_WORDS } from '@/wording/tones';
import './day-chart.scss';

/** From the foot of a bar upwards. */
const STACK: readonly Tone[] = ['ok', 'leave', 'late', 'early', 'missing', 'absent'];
const ODD: readonly Tone[] = STACK.slice(2);
/** Numbers under every bar would not be read on a phone. */
const NUMBERED_EVERY = 5;

interface DayChartProps {
  readonly days: readonly DayCount[];
  /** People by how their day was, only those whose day was odd, or the hours that were worked. */
  readonly shows: 'people' | 'odd' | 'hours';
  readonly onDay: (date: string) => void;
}

/** A bar a day; the same as numbers beside it, for whoever reads those better. A day leads to its people. */
export function DayChart({ days, shows, onDay }: DayChartProps) {
  const [asNumbers, setAsNumbers] = useState(false);
  const stack = shows === 'odd' ? ODD : STACK;
  const heightOf = (day: DayCount): number =>
    shows === 'hours' ? day.workedMinutes : stack.reduce((sum, tone) => sum + (day.people[tone] ?? 0), 0);
  const highest = Math.max(1, ...days.map(heightOf));
  const tones = stack.filter((tone) => days.some(({ people }) => (people[tone] ?? 0) > 0));
  return (
    <View id="day-chart" className="day-chart">
      <View className="day-chart__bars">
        {days.map((day) => (
          <View
            key={day.date}
            id={`bar-${day.date}`}
            className="day-chart__day"
            ariaRole="button"
            ariaLabel={`${dayWithWeekday(day.date)} ${saidOf(day, shows)}`}
            hoverClass="day-chart__day--pressed"
            onClick={() => onDay(day.date)}
          >
            <View className="day-chart__bar">
              {shows === 'hours' ? (
                <View
                  className="day-chart__part day-chart__part--ok"
                  style={part(day.workedMinutes, highest)}
                />
              ) : (
                [...tones]
                  .reverse()
                  .map((tone) => (
                    <View
                      key={tone}
                      className={`day-chart__part day-chart__part--${tone}`}
                      style={part(day.people[tone] ?? 0, highest)}
                    />
                  ))
              )}
            </View>
            <Text className="day-chart__number">{numberUnder(day.date)}</Text>
          </View>
        ))}
      </View>
      {shows !== 'hours' && (
        <View className="day-chart__legend">
          {tones.map((tone) => (
            <StatusMark key={tone} tone={tone} word={TONE_WORDS[tone]} />
          ))}
        </View>
      )}
      <Button id="chart-numbers" look="text" onTap={() => setAsNumbers(!asNumbers)}>
        {asNumbers ? '收起数字' : '看每天的数字'}
      </Button>
      {asNumbers &&
        days.map((day) => (
          <View key={day.date} className="day-chart__line" onClick={() => onDay(day.date)}>
            <Text className="day-chart__date">{dayWithWeekday(day.date)}</Text>
            <Text>{saidOf(day, shows)}</Text>
          </View>
        ))}
    </View>
  );
}

/** '1', '5', '10' … */
function numberUnder(date: string): string {
  const day = Number(date.slice(8));
  return day === 1 || day % NUMBERED_EVERY === 0 ? String(day) : '';
}

const part = (amount: number, highest: number) => ({ height: `${(100 * amount) / highest}%` });

/** '正常 20 人，迟到 2 人'; '共工作 160 小时' */
function saidOf({ people, workedMinutes }: DayCount, shows: DayChartProps['shows']): string {
  if (shows === 'hours') return `共工作 ${durationText(workedMinutes)}`;
  const stack = shows === 'odd' ? ODD : STACK;
  const said = stack
    .filter((tone) => (people[tone] ?? 0) > 0)
    .map((tone) => `${TONE_WORDS[tone]} ${people[tone]} 人`);
  if (said.length > 0) return said.join('，');
  return shows === 'odd' ? '没有异常' : '没有人上班';
}
