import { Text, View } from '@tarojs/components';
import type { CardView } from '@contract/contract';
import { StatusMark } from '@/ui/status-mark';
import './timeline.scss';

interface TimelineProps {
  readonly cards: readonly CardView[];
}

/** The cards of a day, one under the other: 应到 and 实到, 应走 and 实走. */
export const Timeline = ({ cards }: TimelineProps) => (
  <View className="timeline">
    {cards.map((card, place) => (
      <View key={place} className="timeline__card">
        <View className="timeline__mark">
          <StatusMark tone={card.tone} />
        </View>
        <View className="timeline__words">
          <View className="timeline__line">
            <Text className="timeline__title">{card.title}</Text>
            <Text className={`timeline__note timeline__note--${card.tone}`}>{card.note}</Text>
          </View>
          <Text className="timeline__times">{timesText(card)}</Text>
        </View>
      </View>
    ))}
  </View>
);

const VERBS = { in: ['应到', '实到'], out: ['应走', '实走'] } as const;

function timesText({ kind, expected, actual }: CardView): string {
  const [due, real] = VERBS[kind];
  return [expected === null ? '' : `${due} ${expected}`, `${real} ${actual ?? '—'}`]
    .filter(Boolean)
    .join(' · ');
}
