import { Text, View } from '@tarojs/components';
import type { HandoverView } from '@contract/contract';
import { EMPTY_ITEM } from '@domain/offboarding/handover-content';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { CommentThread } from './comment-thread';
import { gapSentence } from './gap-words';
import { lineDetails, lineTitle } from './line-text';
import type { HandoverList } from './use-handover-list';

interface ItemFormProps {
  readonly item: HandoverView['items'][number];
  readonly view: HandoverView;
  readonly list: HandoverList;
  readonly onOpenLine: (line: string) => void;
  readonly onAddLine: () => void;
  readonly onSayNone: () => void;
  readonly onReply: () => void;
}

/** One item of the list while it is written: its lines, what is missing at them, and what the recipient said. */
export function ItemForm({ item, view, list, onOpenLine, onAddLine, onSayNone, onReply }: ItemFormProps) {
  const { lines, none } = list.content[item.key] ?? EMPTY_ITEM;
  const own = list.blamed.filter((gap) => gap.item === item.key);
  const ofItem = own.find((gap) => gap.line === null);
  const asked = view.comments.some((comment) => comment.item === item.key);
  return (
    <Panel id={`item-${item.key}`} title={item.required ? `${item.title}（必填）` : item.title}>
      {lines.map((line) => {
        const gaps = own.filter((gap) => gap.line === line.id);
        return (
          <View
            key={line.id}
            id={`line-${line.id}`}
            className={`handover__line${gaps.length > 0 ? ' handover__line--wrong' : ''}`}
            onClick={() => onOpenLine(line.id)}
          >
            <Text className="handover__line-title">{lineTitle(item.kind, line)}</Text>
            {lineDetails(item.kind, line).map((detail) => (
              <Text key={detail} className="handover__quiet">
                {detail}
              </Text>
            ))}
            {line.attachments.length > 0 && (
              <Text className="handover__quiet">{`附件 ${line.attachments.length} 个`}</Text>
            )}
            {gaps.length > 0 && (
              <Text className="handover__gap">{`有 ${gaps.length} 处没填好，点开补上`}</Text>
            )}
          </View>
        );
      })}
      {lines.length === 0 && none !== null && (
        <View id={`none-${item.key}`} className="handover__line" onClick={onSayNone}>
          <Text className="handover__line-title">没有此项</Text>
          <Text className="handover__quiet">{none || '还没写为什么'}</Text>
        </View>
      )}
      {ofItem && (
        <Text id={`gap-${item.key}`} className="handover__gap">
          {gapSentence(ofItem, item.kind)}
        </Text>
      )}
      <CommentThread comments={view.comments} item={item.key} />
      <View className="handover__buttons">
        <Button id={`add-${item.key}`} look="compact" onTap={onAddLine}>
          {lines.length === 0 ? '填一条' : '再加一条'}
        </Button>
        {lines.length === 0 && none === null && item.kind !== 'work' && (
          <Button id={`say-none-${item.key}`} look="text" onTap={onSayNone}>
            没有此项
          </Button>
        )}
        {asked && view.may.comment && (
          <Button id={`reply-${item.key}`} look="text" onTap={onReply}>
            回复
          </Button>
        )}
      </View>
    </Panel>
  );
}
