import { View } from '@tarojs/components';
import type { MonthView, Tone } from '@contract/contract';
import { StatusMark } from '@/ui/status-mark';
import { TONE_WORDS } from '@/wording/tones';
import './legend.scss';

const ORDER: readonly Tone[] = ['ok', 'late', 'early', 'missing', 'absent', 'leave', 'rest'];

interface LegendProps {
  readonly days: MonthView['days'];
}

/** What the shapes of this month mean; shapes that do not occur are left out. */
export const Legend = ({ days }: LegendProps) => (
  <View className="legend">
    {ORDER.filter((tone) => days.some((day) => day.tone === tone && day.word !== '')).map((tone) => (
      <StatusMark key={tone} tone={tone} word={TONE_WORDS[tone]} />
    ))}
  </View>
);
