import { Text, View } from '@tarojs/components';
import type { HandoverView } from '@contract/contract';

interface CommentThreadProps {
  readonly comments: HandoverView['comments'];
  readonly item: string;
}

/** What was said at an item, oldest first, with the version it was said about. */
export function CommentThread({ comments, item }: CommentThreadProps) {
  const here = comments.filter((comment) => comment.item === item);
  if (here.length === 0) return null;
  return (
    <View id={`comments-${item}`} className="handover__comments">
      {here.map(({ byName, whenText, version, text }, place) => (
        <View key={place} className="handover__comment">
          <Text className="handover__quiet">{`${byName} · ${whenText} · 第 ${version} 版`}</Text>
          <Text className="handover__text">{text}</Text>
        </View>
      ))}
    </View>
  );
}
