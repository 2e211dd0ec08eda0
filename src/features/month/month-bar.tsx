import { Text, View } from '@tarojs/components';
import type { MonthView } from '@contract/contract';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import './month-desk.scss';

interface MonthBarProps {
  readonly view: MonthView;
  readonly onTurn: (month: string) => void;
}

/** The month's name between the ways to its neighbours. */
export function MonthBar({ view, onTurn }: MonthBarProps) {
  const { previousMonth, nextMonth } = view;
  return (
    <View className="month__bar">
      <Button
        id="previous-month"
        look="text"
        asleep={previousMonth === null}
        onTap={() => previousMonth !== null && onTurn(previousMonth)}
      >
        <Icon name="back" />
        <Text>上月</Text>
      </Button>
      <Text id="month-title" className="month__title">
        {view.title}
      </Text>
      <Button
        id="next-month"
        look="text"
        asleep={nextMonth === null}
        onTap={() => nextMonth !== null && onTurn(nextMonth)}
      >
        <Text>下月</Text>
        <Icon name="next" />
      </Button>
    </View>
  );
}
