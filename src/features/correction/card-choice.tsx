import { Text, View } from '@tarojs/components';
import type { CorrectionForm, Tone } from '@contract/contract';
import { StatusMark } from '@/ui/status-mark';

type Card = CorrectionForm['cards'][number];

interface CardChoiceProps {
  readonly cards: CorrectionForm['cards'];
  readonly chosen: { readonly card: 'in' | 'out'; readonly segment: number };
  readonly onChoose: (card: Card) => void;
}

/** The cards of the day with what became of each: one is to be corrected. */
export const CardChoice = ({ cards, chosen, onChoose }: CardChoiceProps) => (
  <View className="correction__cards">
    {cards.map((card) => {
      const isChosen = card.kind === chosen.card && card.segment === chosen.segment;
      return (
        <View
          key={`${card.kind}${card.segment}`}
          id={`correct-${card.kind}-${card.segment}`}
          className={`correction__card${isChosen ? ' correction__card--chosen' : ''}`}
          onClick={() => onChoose(card)}
        >
          <View className="correction__card-head">
            <Text className="correction__card-title">{card.title}</Text>
            <StatusMark tone={card.tone as Tone} word={card.note} />
          </View>
          <Text className="correction__quiet">{timesText(card)}</Text>
        </View>
      );
    })}
  </View>
);

const timesText = ({ kind, expected, actual }: Card): string =>
  `${kind === 'in' ? '应到' : '应走'} ${expected ?? '—'} · ${kind === 'in' ? '实到' : '实走'} ${actual ?? '—'}`;
