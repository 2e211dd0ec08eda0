import { Text, View } from '@tarojs/components';
import type { MonthView } from '@contract/contract';
import { StatusMark } from '@/ui/status-mark';
import './totals.scss';

interface TotalsProps {
  readonly totals: MonthView['totals'];
}

/** '143 小时 55 分' split at its numbers: they stand at the odd places, their units at the even ones. */
const NUMBERS = /(\d[\d./\s]*\d|\d)/;

/** The month in a few numbers, each with its mark. */
export const Totals = ({ totals }: TotalsProps) => (
  <View id="totals" className="totals">
    {totals.map(({ label, value, tone }) => (
      <View key={label} className="totals__one">
        <View className="totals__value">
          {value.split(NUMBERS).map((part, place) => (
            <Text key={place} className={place % 2 === 1 ? 'totals__number' : 'totals__unit'}>
              {part}
            </Text>
          ))}
        </View>
        <View className="totals__label">
          {tone !== 'none' && <StatusMark tone={tone} />}
          <Text>{label}</Text>
        </View>
      </View>
    ))}
  </View>
);
