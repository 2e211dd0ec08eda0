import { Text, View } from '@tarojs/components';
import type { HandoverView } from '@contract/contract';
import { missingText } from '@domain/offboarding/handover-content';
import { useState } from 'react';
import { newId } from '@/phone/new-id';
import { Button } from '@/ui/button';
import { DraftNotice } from './draft-notice';
import { HandoverHead, HandoverSaid } from './handover-head';
import { ItemForm } from './item-form';
import { ListSheets, type Open } from './list-sheets';
import type { Handover } from './use-handover';
import { useHandoverList } from './use-handover-list';
import { VersionsPanel } from './versions-panel';

interface ListFormProps {
  readonly handover: Handover;
  readonly view: HandoverView;
}

/** The employee writes the list: what is missing on top, the items, handing in under the thumb. */
export function ListForm({ handover, view }: ListFormProps) {
  const list = useHandoverList(handover, view);
  const [open, setOpen] = useState<Open | null>(null);
  const missing = missingText(list.gaps);
  const addLine = (item: string) => {
    const line = newId();
    list.write(item, ({ lines }) => ({
      lines: [...lines, { id: line, fields: {}, attachments: [] }],
      none: null,
    }));
    setOpen({ what: 'line', item, line });
  };
  return (
    <View className="handover">
      <HandoverHead view={view} missing={missing} />
      <HandoverSaid handover={handover} keeps="已写的内容留在手机上" />
      <DraftNotice list={list} view={view} onForget={() => setOpen({ what: 'forget' })} />
      {view.items.map((item) => (
        <ItemForm
          key={item.key}
          item={item}
          view={view}
          list={list}
          onOpenLine={(line) => setOpen({ what: 'line', item: item.key, line })}
          onAddLine={() => addLine(item.key)}
          onSayNone={() => setOpen({ what: 'none', item: item.key })}
          onReply={() => setOpen({ what: 'reply', item: item.key })}
        />
      ))}
      <VersionsPanel view={view} />
      <View id="handover-actions" className="handover__actions">
        <Button
          id="handover-submit"
          look="primary"
          asleep={handover.busy || !view.may.submit}
          onTap={() => void list.submit()}
        >
          {handover.busy ? '正在提交…' : '提交清单'}
        </Button>
        {list.blamed.length > 0 ? (
          <Text id="handover-foot" className="handover__gap">
            {missing}
          </Text>
        ) : (
          <Text id="handover-foot" className="handover__foot">
            {footOf(view, list.isDraft)}
          </Text>
        )}
      </View>
      <ListSheets handover={handover} view={view} list={list} open={open} onClose={() => setOpen(null)} />
    </View>
  );
}

function footOf({ may, recipientName }: HandoverView, isDraft: boolean): string {
  if (!may.submit) return '还没到交接这一步；先写的内容留在这部手机上';
  const kept = isDraft ? '写的内容已留在手机上；' : '';
  return `${kept}提交后由${recipientName ?? '接收人'}逐项核对`;
}
