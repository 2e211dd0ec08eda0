import { Text, View } from '@tarojs/components';
import type { CaseView } from '@contract/contract';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';

interface CaseCommentsProps {
  readonly comments: CaseView['comments'];
  readonly onWrite: () => void;
}

/** What was said on the way, oldest first. */
export const CaseComments = ({ comments, onWrite }: CaseCommentsProps) => (
  <Panel id="case-comments" title="留言">
    {comments.map(({ byName, text, whenText }, place) => (
      <View key={place} className="case__comment">
        <Text className="case__by">{`${byName} · ${whenText}`}</Text>
        <Text className="case__value">{text}</Text>
      </View>
    ))}
    <Button id="write-comment" look="text" onTap={onWrite}>
      写留言
    </Button>
  </Panel>
);
