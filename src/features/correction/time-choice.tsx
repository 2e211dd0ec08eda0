import { Picker, Text, View } from '@tarojs/components';
import { clockText } from '@domain/time/work-minute';

const DAY = 1440;

interface TimeChoiceProps {
  /** Minutes from the duty date's midnight. */
  readonly minute: number;
  readonly onChoose: (minute: number) => void;
}

/** When it really was; a night shift's morning lies on the next day. */
export function TimeChoice({ minute, onChoose }: TimeChoiceProps) {
  const nextDay = minute >= DAY;
  const ofDay = minute % DAY;
  return (
    <View className="correction__time">
      <Picker
        mode="time"
        name="time"
        value={clockText(ofDay)}
        onChange={(event) => onChoose(minuteOf(String(event.detail.value)) + (nextDay ? DAY : 0))}
      >
        <View id="correction-time" className="correction__clock">
          <Text>{clockText(minute)}</Text>
        </View>
      </Picker>
      <View className="correction__days">
        <DayTab word="当天" chosen={!nextDay} onTap={() => onChoose(ofDay)} />
        <DayTab word="次日" chosen={nextDay} onTap={() => onChoose(ofDay + DAY)} />
      </View>
    </View>
  );
}

const minuteOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

interface DayTabProps {
  readonly word: string;
  readonly chosen: boolean;
  readonly onTap: () => void;
}

const DayTab = ({ word, chosen, onTap }: DayTabProps) => (
  <View className={`correction__day-tab${chosen ? ' correction__day-tab--chosen' : ''}`} onClick={onTap}>
    <Text>{word}</Text>
  </View>
);
