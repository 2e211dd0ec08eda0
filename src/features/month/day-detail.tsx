import { Text, View } from '@tarojs/components';
import type { DayView } from '@contract/contract';
import { Timeline } from '@/features/punch/timeline';
import { StatusMark } from '@/ui/status-mark';
import { minutesText } from '@/wording/lengths';
import './day-detail.scss';

interface DayDetailProps {
  /** What it stands in; its own parts are named after it. */
  readonly within: string;
  readonly day: DayView;
}

/** A day opened: verdict, plan, cards, and the steps and numbers behind the verdict. */
export function DayDetail({ within, day }: DayDetailProps) {
  const { tone, word, holidayName, planText, effectiveText, workedMinutes, cards, why } = day;
  const verdict = [holidayName, word].filter(Boolean).join(' · ');
  return (
    <View className="day-detail">
      {verdict !== '' && (
        <View id={`${within}-verdict`} className="day-detail__verdict">
          <StatusMark tone={tone} word={verdict} />
        </View>
      )}
      <Text className="day-detail__plan">{planText}</Text>
      {effectiveText !== null && <Text className="day-detail__quiet">{effectiveText}</Text>}
      {workedMinutes > 0 && <Text className="day-detail__quiet">{`工作 ${minutesText(workedMinutes)}`}</Text>}
      {cards.length > 0 && (
        <View className="day-detail__part">
          <Timeline cards={cards} />
        </View>
      )}
      {why.length > 0 && (
        <View id={`${within}-why`} className="day-detail__part">
          <Text className="day-detail__heading">为什么是这个结果</Text>
          {why.map((sentence, place) => (
            <Text key={place} className="day-detail__why">
              {sentence}
            </Text>
          ))}
        </View>
      )}
    </View>
  );
}
