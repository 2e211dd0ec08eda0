import { Text, View } from '@tarojs/components';
import type { MonthView } from '@contract/contract';
import { StatusMark } from '@/ui/status-mark';
import './totals.scss';

interface TotalsProps {
  readonly totals: MonthView['totals'];
}

/** The month in a few numbers, each with its mark. */
export const Totals = ({ totals }: TotalsProps) => (
  <View id="totals" className="totals">
    {totals.map(({ label, value, tone }) => (
      <View key={label} className="totals__one">
        <Text className="totals__value">{value}</Text>
        <View className="totals__label">
          {tone !== 'none' && <StatusMark tone={tone} />}
          <Text>{label}</Text>
        </View>
      </View>
    ))}
  </View>
);
