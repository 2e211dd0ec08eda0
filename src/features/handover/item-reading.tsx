import { Text, View } from '@tarojs/components';
import type { HandoverView } from '@contract/contract';
import { EMPTY_ITEM, type HandoverLine } from '@domain/offboarding/handover-content';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import { AttachedFiles } from './attached-files';
import { CommentThread } from './comment-thread';
import { lineDetails, lineTitle } from './line-text';

type Difference = NonNullable<HandoverView['differences']>['list'][number];

interface ItemReadingProps {
  readonly item: HandoverView['items'][number];
  readonly view: HandoverView;
  /** Lines that did not change are left out. */
  readonly onlyChanges: boolean;
  readonly comment?: { readonly word: string; readonly onTap: () => void };
}

/** One item as it was handed in, with what is new in it. */
export function ItemReading({ item, view, onlyChanges, comment }: ItemReadingProps) {
  const { lines, none } = view.shown?.content[item.key] ?? EMPTY_ITEM;
  const changes = view.differences?.list.filter((one) => one.item === item.key) ?? [];
  const changeOf = (line: HandoverLine) => changes.find((one) => one.line === line.id);
  const shown = onlyChanges ? lines.filter((line) => changeOf(line)) : lines;
  const gone = changes.filter((one) => one.change === 'removed' && one.line !== null);
  const noneChange = changes.find((one) => one.line === null);
  return (
    <Panel id={`read-${item.key}`} title={item.title}>
      {shown.map((line) => (
        <View key={line.id} id={`line-${line.id}`} className="handover__line">
          <Changed difference={changeOf(line)} />
          <Text className="handover__line-title">{lineTitle(item.kind, line)}</Text>
          {lineDetails(item.kind, line).map((detail) => (
            <Text key={detail} className="handover__quiet">
              {detail}
            </Text>
          ))}
          <Before difference={changeOf(line)} />
          <AttachedFiles caseId={view.caseId} digests={line.attachments} files={view.files} />
        </View>
      ))}
      {gone.map((one) => (
        <View key={one.line ?? ''} className="handover__line">
          <StatusMark tone="none" word="这一条删掉了" />
          <Text className="handover__gone">{one.fields.map(({ before }) => before).join('，')}</Text>
        </View>
      ))}
      {lines.length === 0 && (!onlyChanges || noneChange) && (
        <View className="handover__line">
          <Changed difference={noneChange} />
          <Text className="handover__quiet">{none === null ? '没有填写' : `没有此项：${none}`}</Text>
        </View>
      )}
      <CommentThread comments={view.comments} item={item.key} />
      {comment && (
        <View className="handover__buttons">
          <Button id={`comment-${item.key}`} look="compact" onTap={comment.onTap}>
            {comment.word}
          </Button>
        </View>
      )}
    </Panel>
  );
}

function Changed({ difference }: { readonly difference: Difference | undefined }) {
  if (!difference) return null;
  return <StatusMark tone="info" word={difference.change === 'added' ? '新增' : '有改动'} />;
}

/** What a changed field said before; a new line had nothing to say. */
function Before({ difference }: { readonly difference: Difference | undefined }) {
  if (difference?.change !== 'changed') return null;
  return (
    <>
      {difference.fields.map(({ name, title, before }) => (
        <Text key={name} className="handover__gone">{`${title}原来：${before || '空'}`}</Text>
      ))}
      {difference.attachmentsChanged && <Text className="handover__quiet">附件有变化</Text>}
    </>
  );
}
