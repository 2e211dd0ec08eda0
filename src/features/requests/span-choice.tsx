import { Picker, Text, View } from '@tarojs/components';
import { clockText } from '@domain/time/work-minute';
import { dayWithWeekday } from '@/wording/times';
import { Choice } from './choice';
import type { Asking } from './asking';

interface SpanChoiceProps {
  readonly asking: Asking;
  /** Both ways of counting are open: 按天 and 按小时. */
  readonly either: boolean;
  readonly halves: boolean;
  readonly onChange: (change: Partial<Asking>) => void;
}

/** From when to when: days with their halves, or hours. */
export function SpanChoice({ asking, either, halves, onChange }: SpanChoiceProps) {
  const { mode, from, to, fromAfternoon, untilNoon, fromMinute, toMinute } = asking;
  const inHours = mode === 'time';
  return (
    <View>
      {either && (
        <Choice
          id="ask-mode"
          options={[
            { value: 'time', word: '按小时' },
            { value: 'days', word: '按天' },
          ]}
          chosen={mode}
          onChoose={(value) => onChange({ mode: value })}
        />
      )}
      <View className="requests__edge">
        <Day
          id="ask-from"
          label="开始"
          date={from}
          onChoose={(date) => onChange({ from: date, to: to < date ? date : to })}
        />
        {inHours ? (
          <Time
            id="ask-from-time"
            minute={fromMinute}
            onChoose={(minute) => onChange({ fromMinute: minute })}
          />
        ) : (
          halves && (
            <Half
              id="ask-from-half"
              afternoon={fromAfternoon}
              onChoose={(half) => onChange({ fromAfternoon: half })}
            />
          )
        )}
      </View>
      <View className="requests__edge">
        <Day
          id="ask-to"
          label="结束"
          date={to}
          onChoose={(date) => onChange({ to: date, from: from > date ? date : from })}
        />
        {inHours ? (
          <Time id="ask-to-time" minute={toMinute} onChoose={(minute) => onChange({ toMinute: minute })} />
        ) : (
          halves && (
            <Half
              id="ask-to-half"
              afternoon={!untilNoon}
              onChoose={(half) => onChange({ untilNoon: !half })}
            />
          )
        )}
      </View>
    </View>
  );
}

interface DayProps {
  readonly id: string;
  readonly label: string;
  readonly date: string;
  readonly onChoose: (date: string) => void;
}

const Day = ({ id, label, date, onChoose }: DayProps) => (
  <Picker mode="date" name={id} value={date} onChange={(event) => onChoose(String(event.detail.value))}>
    <View id={id} className="requests__field">
      <Text className="requests__quiet">{label}</Text>
      <Text className="requests__value">{dayWithWeekday(date)}</Text>
    </View>
  </Picker>
);

interface TimeProps {
  readonly id: string;
  readonly minute: number;
  readonly onChoose: (minute: number) => void;
}

const Time = ({ id, minute, onChoose }: TimeProps) => (
  <Picker
    mode="time"
    name={id}
    value={clockText(minute)}
    onChange={(event) => onChoose(minuteOf(String(event.detail.value)))}
  >
    <View id={id} className="requests__field">
      <Text className="requests__value">{clockText(minute)}</Text>
    </View>
  </Picker>
);

const minuteOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

interface HalfProps {
  readonly id: string;
  readonly afternoon: boolean;
  readonly onChoose: (afternoon: boolean) => void;
}

const Half = ({ id, afternoon, onChoose }: HalfProps) => (
  <Choice
    id={id}
    options={[
      { value: 'am', word: '上午' },
      { value: 'pm', word: '下午' },
    ]}
    chosen={afternoon ? 'pm' : 'am'}
    onChoose={(value) => onChoose(value === 'pm')}
  />
);
