import type { HandoverView } from '@contract/contract';
import { EMPTY_ITEM, type HandoverLine } from '@domain/offboarding/handover-content';
import { useState } from 'react';
import { Dialog } from '@/ui/dialog';
import { CommentSheet } from './comment-sheet';
import { LineSheet } from './line-sheet';
import type { Handover } from './use-handover';
import type { HandoverList } from './use-handover-list';
import { WordsSheet } from './words-sheet';

/** What is open over the list. */
export type Open =
  | { readonly what: 'line'; readonly item: string; readonly line: string }
  | { readonly what: 'none'; readonly item: string }
  | { readonly what: 'reply'; readonly item: string }
  | { readonly what: 'forget' };

interface ListSheetsProps {
  readonly handover: Handover;
  readonly view: HandoverView;
  readonly list: HandoverList;
  readonly open: Open | null;
  readonly onClose: () => void;
}

/** A line, the reason why there is none, an answer, or the question before a draft is thrown away. */
export function ListSheets({ handover, view, list, open, onClose }: ListSheetsProps) {
  /** Attached on this page; the server names them in full with its next answer. */
  const [attached, setAttached] = useState<HandoverView['files']>([]);
  if (open === null) return null;
  if (open.what === 'forget')
    return (
      <Dialog
        id="forget-dialog"
        text="放弃这部手机上没有提交的修改？已提交的版本都在。"
        yes="放弃修改"
        no="留着"
        onYes={() => {
          list.forget();
          onClose();
        }}
        onNo={onClose}
      />
    );
  const item = view.items.find(({ key }) => key === open.item);
  if (!item) return null;
  const { lines, none } = list.content[item.key] ?? EMPTY_ITEM;
  if (open.what === 'reply')
    return (
      <CommentSheet
        handover={handover}
        caseId={view.caseId}
        item={item.key}
        title={`回复：${item.title}`}
        placeholder="对方会在这一项下面看到"
        send="回复"
        onClose={onClose}
      />
    );
  if (open.what === 'none')
    return (
      <WordsSheet
        id="none-sheet"
        title={`${item.title}：没有此项`}
        placeholder="写明为什么没有，例如：入职以来没有领用过资产"
        most={500}
        send="就这样写"
        first={none ?? ''}
        onWrite={(words) => list.write(item.key, (before) => ({ ...before, none: words }))}
        onSend={onClose}
        onClose={onClose}
        other={{
          word: '还是有的',
          onTap: () => {
            list.write(item.key, (before) => ({ ...before, none: null }));
            onClose();
          },
        }}
      />
    );
  const line = lines.find(({ id }) => id === open.line);
  if (!line) return null;
  const remove = () => {
    list.write(item.key, (before) => ({
      ...before,
      lines: before.lines.filter(({ id }) => id !== line.id),
    }));
    onClose();
  };
  return (
    <LineSheet
      caseId={view.caseId}
      uploadFolder={view.uploadFolder}
      item={item}
      line={line}
      files={[...view.files, ...attached]}
      gaps={list.blamed}
      onWrite={(change) =>
        list.write(item.key, (before) => ({
          ...before,
          lines: before.lines.map((one) => (one.id === line.id ? change(one) : one)),
        }))
      }
      onAttached={(file) => setAttached((had) => [...had, file])}
      onRemove={remove}
      onClose={isBlank(line) ? remove : onClose}
    />
  );
}

const isBlank = ({ fields, attachments }: HandoverLine): boolean =>
  attachments.length === 0 && Object.values(fields).every((text) => text.trim() === '');
