import { Text, View } from '@tarojs/components';
import type { HandoverView } from '@contract/contract';
import { EMPTY_ITEM, type HandoverLine, missingText } from '@domain/offboarding/handover-content';
import { useState } from 'react';
import { newId } from '@/phone/new-id';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import { StatusMark } from '@/ui/status-mark';
import { HandoverHead, HandoverSaid } from './handover-head';
import { ItemForm } from './item-form';
import { LineSheet } from './line-sheet';
import type { Handover } from './use-handover';
import { useHandoverList } from './use-handover-list';
import { VersionsPanel } from './versions-panel';
import { WordsSheet } from './words-sheet';

/** What is open over the list. */
type Open =
  | { readonly what: 'line'; readonly item: string; readonly line: string }
  | { readonly what: 'none' | 'reply'; readonly item: string }
  | { readonly what: 'forget' };

interface ListFormProps {
  readonly handover: Handover;
  readonly view: HandoverView;
}

/** The employee writes the list: what is missing on top, the items, handing in under the thumb. */
export function ListForm({ handover, view }: ListFormProps) {
  const list = useHandoverList(handover, view);
  const [open, setOpen] = useState<Open | null>(null);
  /** Attached on this page; the server names them in full with its next answer. */
  const [attached, setAttached] = useState<HandoverView['files']>([]);
  const close = () => setOpen(null);
  const item = open && 'item' in open ? view.items.find(({ key }) => key === open.item) : undefined;
  const line =
    open?.what === 'line' ? list.content[open.item]?.lines.find(({ id }) => id === open.line) : undefined;

  const addLine = (key: string) => {
    const id = newId();
    list.write(key, ({ lines }) => ({ lines: [...lines, { id, fields: {}, attachments: [] }], none: null }));
    setOpen({ what: 'line', item: key, line: id });
  };
  const removeLine = (key: string, id: string) => {
    list.write(key, ({ lines, none }) => ({ lines: lines.filter((one) => one.id !== id), none }));
    close();
  };
  const closeLine = (key: string, done: HandoverLine) => (isBlank(done) ? removeLine(key, done.id) : close());
  const missing = missingText(list.gaps);
  return (
    <View className="handover">
      <HandoverHead view={view} missing={missing} />
      <HandoverSaid handover={handover} />
      {list.conflicts ? (
        <View id="handover-conflict">
          <Notice
            mark={<StatusMark tone="info" />}
            text={`清单已在别处提交过第 ${view.shown?.number ?? 1} 版，这部手机上还有没提交的修改`}
          >
            <Button id="keep-draft" look="compact" onTap={list.goOn}>
              接着改手机上的
            </Button>
            <Button id="drop-draft" look="compact" onTap={() => setOpen({ what: 'forget' })}>
              改用新的一版
            </Button>
          </Notice>
        </View>
      ) : (
        list.restored && (
          <View id="handover-restored">
            <Notice mark={<StatusMark tone="info" />} text="已恢复上次没有提交的内容">
              {view.shown !== null && (
                <Button id="drop-draft" look="compact" onTap={() => setOpen({ what: 'forget' })}>
                  放弃修改
                </Button>
              )}
            </Notice>
          </View>
        )
      )}
      {view.items.map((one) => (
        <ItemForm
          key={one.key}
          item={one}
          view={view}
          list={list}
          onOpenLine={(id) => setOpen({ what: 'line', item: one.key, line: id })}
          onAddLine={() => addLine(one.key)}
          onSayNone={() => setOpen({ what: 'none', item: one.key })}
          onReply={() => setOpen({ what: 'reply', item: one.key })}
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
      {item && line && (
        <LineSheet
          caseId={view.caseId}
          uploadFolder={view.uploadFolder}
          item={item}
          line={line}
          files={[...view.files, ...attached]}
          gaps={list.blamed}
          onWrite={(change) =>
            list.write(item.key, ({ lines, none }) => ({
              lines: lines.map((one) => (one.id === line.id ? change(one) : one)),
              none,
            }))
          }
          onAttached={(file) => setAttached((had) => [...had, file])}
          onRemove={() => removeLine(item.key, line.id)}
          onClose={() => closeLine(item.key, line)}
        />
      )}
      {item && open?.what === 'none' && (
        <WordsSheet
          id="none-sheet"
          title={`${item.title}：没有此项`}
          placeholder="写明为什么没有，例如：入职以来没有领用过资产"
          most={500}
          send="就这样写"
          first={(list.content[item.key] ?? EMPTY_ITEM).none ?? ''}
          onWrite={(none) => list.write(item.key, ({ lines }) => ({ lines, none }))}
          onSend={close}
          onClose={close}
          other={{
            word: '还是有的',
            onTap: () => {
              list.write(item.key, ({ lines }) => ({ lines, none: null }));
              close();
            },
          }}
        />
      )}
      {item && open?.what === 'reply' && (
        <WordsSheet
          id="reply-sheet"
          title={`回复：${item.title}`}
          placeholder="对方会在这一项下面看到"
          most={300}
          send="回复"
          onSend={(text) => {
            close();
            void handover.comment(item.key, text);
          }}
          onClose={close}
        />
      )}
      {open?.what === 'forget' && (
        <Dialog
          id="forget-dialog"
          text="放弃这部手机上没有提交的修改？已提交的版本都在。"
          yes="放弃修改"
          no="留着"
          onYes={() => {
            list.forget();
            close();
          }}
          onNo={close}
        />
      )}
    </View>
  );
}

const isBlank = ({ fields, attachments }: HandoverLine): boolean =>
  attachments.length === 0 && Object.values(fields).every((text) => text.trim() === '');

function footOf({ may, recipientName }: HandoverView, isDraft: boolean): string {
  if (!may.submit) return '还没到交接这一步；先写的内容留在这部手机上';
  const kept = isDraft ? '写的内容已留在手机上；' : '';
  return `${kept}提交后由${recipientName ?? '接收人'}逐项核对`;
}
