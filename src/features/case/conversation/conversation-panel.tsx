import { Text, View } from '@tarojs/components';
import type { CaseView } from '@contract/contract';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';

interface ConversationPanelProps {
  readonly view: CaseView;
  readonly onOpen: () => void;
}

/** The last word of the conversation and how many are new; a tap opens it. */
export function ConversationPanel({
  view: { comments, unread, canComment },
  onOpen,
}: ConversationPanelProps) {
  const last = comments.at(-1);
  if (last === undefined && !canComment) return null;
  return (
    <Panel id="case-comments" title={titleText(comments.length, unread)}>
      {last !== undefined && (
        <View className="talk__last" onClick={onOpen}>
          <Text className="talk__by">{`${last.byName} · ${last.whenText}`}</Text>
          <Text className="talk__words talk__words--short">{last.text}</Text>
        </View>
      )}
      <Button id="write-comment" look="text" onTap={onOpen}>
        {canComment ? '看全部、写留言' : '看全部'}
      </Button>
    </Panel>
  );
}

const titleText = (count: number, unread: number): string =>
  count === 0 ? '沟通' : `沟通 ${count} 条${unread > 0 ? ` · ${unread} 条新` : ''}`;
