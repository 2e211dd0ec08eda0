import { Text, View } from '@tarojs/components';
import type { InboxView } from '@contract/contract';
import { Icon } from '@/ui/icon';
import { StatusMark } from '@/ui/status-mark';
import './inbox-line.scss';

interface InboxLineProps {
  readonly item: InboxView['items'][number];
  readonly onTap: () => void;
}

/** '赵一鸣 · 补卡申诉', the fact that decides, and when it is due in words. */
export const InboxLine = ({ item, onTap }: InboxLineProps) => {
  const { id, kind, title, fact, dueText, overdue, unread, whenText } = item;
  return (
    <View id={`inbox-${id}`} className="inbox-line" hoverClass="inbox-line--pressed" onClick={onTap}>
      <View className="inbox-line__words">
        <View className="inbox-line__head">
          {kind === 'news' && unread && <View className="inbox-line__dot" />}
          <Text className="inbox-line__title">{title}</Text>
        </View>
        <Text className="inbox-line__fact">{fact}</Text>
        {dueText === null ? (
          <Text className="inbox-line__quiet">{whenText}</Text>
        ) : overdue ? (
          <StatusMark tone="late" word={dueText} />
        ) : (
          <Text className="inbox-line__quiet">{dueText}</Text>
        )}
      </View>
      <Icon name="next" />
    </View>
  );
};
