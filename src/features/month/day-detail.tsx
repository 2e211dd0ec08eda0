import { Text, View } from '@tarojs/components';
import type { DayView, Tone } from '@contract/contract';
import { OutsidePresses } from '@/features/punch/outside-presses';
import { Timeline } from '@/features/punch/timeline';
import { openCorrection } from '@/navigation/case-link';
import { openRequests } from '@/navigation/request-links';
import { Button } from '@/ui/button';
import { StatusMark } from '@/ui/status-mark';
import { minutesText } from '@/wording/lengths';
import './day-detail.scss';

/** Days on which something may have gone wrong that a leader can put right. */
const CORRECTABLE: readonly Tone[] = ['late', 'early', 'missing', 'absent'];

/** '春节', or '春节调休' on a day that is worked in exchange; null on ordinary days. */
const calendarWord = ({ holidayName, dayKind }: DayView): string | null =>
  holidayName !== null && dayKind === 'workday' ? `${holidayName}调休` : holidayName;

interface DayDetailProps {
  /** What it stands in; its own parts are named after it. */
  readonly within: string;
  readonly day: DayView;
  /** False for somebody else's day: there is nothing to ask for in their name. */
  readonly own?: boolean;
}

/** A day opened: verdict, plan, cards, and the steps and numbers behind the verdict. */
export function DayDetail({ within, day, own = true }: DayDetailProps) {
  const { date, tone, word, planText, effectiveText, workedMinutes, cards, why } = day;
  const verdict = [calendarWord(day), word].filter(Boolean).join(' · ');
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
      <OutsidePresses presses={day.outside} mayOpen={own} />
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
      {own && CORRECTABLE.includes(tone) && (
        <View className="day-detail__part">
          <Button id={`${within}-correct`} look="plain" onTap={() => void openCorrection(date)}>
            补卡申诉
          </Button>
        </View>
      )}
      {own && (
        <View className="day-detail__part">
          <Button id={`${within}-ask`} look="text" onTap={() => void openRequests(date)}>
            请假、公出、出差、加班
          </Button>
        </View>
      )}
    </View>
  );
}
