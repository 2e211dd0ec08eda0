import { Text, View } from '@tarojs/components';
import type { DayView, MonthView } from '@contract/contract';
import { StatusMark } from '@/ui/status-mark';
import { TONE_WORDS } from '@/wording/tones';
import './month-grid.scss';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

interface MonthGridProps {
  readonly view: MonthView;
  readonly openDate: string | null;
  readonly onOpen: (day: DayView) => void;
}

/** The month with one shape a day; an exceptional day says its word too. */
export const MonthGrid = ({ view, openDate, onOpen }: MonthGridProps) => (
  <View id="month-grid" className="month-grid">
    {WEEKDAYS.map((weekday) => (
      <Text key={weekday} className="month-grid__weekday">
        {weekday}
      </Text>
    ))}
    {Array.from({ length: view.firstWeekday - 1 }, (_, place) => (
      <View key={`before-${place}`} />
    ))}
    {view.days.map((day) => (
      <View
        key={day.date}
        id={`day-${day.date}`}
        className={dayClasses(day, view.today, openDate)}
        hoverClass="month-grid__day--pressed"
        onClick={() => onOpen(day)}
      >
        <Text className="month-grid__number">{Number(day.date.slice(8))}</Text>
        <View className="month-grid__mark">{day.word !== '' && <StatusMark tone={day.tone} />}</View>
        <Text className={`month-grid__word month-grid__word--${day.tone}`}>{shortWord(day)}</Text>
      </View>
    ))}
  </View>
);

function dayClasses({ date, dayKind }: DayView, today: string, openDate: string | null): string {
  return [
    'month-grid__day',
    dayKind === 'workday' ? '' : 'month-grid__day--off',
    date === today ? 'month-grid__day--today' : '',
    date === openDate ? 'month-grid__day--open' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Two characters fit under a number; ordinary days need none. */
function shortWord({ holidayName, dayKind, tone, word }: DayView): string {
  if (holidayName !== null && dayKind !== 'workday') return holidayName.slice(0, 2);
  // A day of work in exchange for the holiday says what became of it, and else that there was work.
  if (word === '' || tone === 'ok' || tone === 'rest' || tone === 'none' || tone === 'info')
    return holidayName === null ? '' : '班';
  return word.length <= 2 ? word : TONE_WORDS[tone];
}
