import { Text, View } from '@tarojs/components';
import type { TodayView } from '@contract/contract';
import { Skeleton } from '@/ui/skeleton';
import './day-header.scss';

interface DayHeaderProps {
  /** null while nothing is known yet. */
  readonly view: TodayView | null;
}

/** Who, which day, and what is planned: two lines, a third when last night moved today's times. */
export function DayHeader({ view }: DayHeaderProps) {
  if (view === null)
    return (
      <View className="day-header">
        <View className="day-header__line">
          <Skeleton width={30} />
        </View>
        <Skeleton width={60} />
        <Skeleton width={70} />
      </View>
    );
  const { person, dateText, planText, effectiveText } = view;
  return (
    <View className="day-header">
      <View className="day-header__line">
        <Text id="person" className="day-header__name">
          {person.name}
        </Text>
        <View className="day-header__quiet">
          <Text>{person.departmentName}</Text>
          <Text className="day-header__date">{dateText}</Text>
        </View>
      </View>
      {planText === '' ? (
        <Text className="day-header__effective">今天的安排要连上后才能看到</Text>
      ) : (
        <Text id="plan" className="day-header__plan">
          {planText}
        </Text>
      )}
      {effectiveText !== null && <Text className="day-header__effective">{effectiveText}</Text>}
    </View>
  );
}
