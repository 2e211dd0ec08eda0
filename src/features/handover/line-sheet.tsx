import { Text, Textarea, View } from '@tarojs/components';
import type { HandoverView } from '@contract/contract';
import type { Gap, HandoverLine } from '@domain/offboarding/handover-content';
import { LINE_FIELDS } from '@domain/offboarding/handover-template';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { AttachedFiles } from './attached-files';
import { gapSentence } from './gap-words';
import { MOST_FILES, useAttaching } from './use-attaching';

const MOST_LETTERS = 500;

interface LineSheetProps {
  readonly caseId: string;
  readonly uploadFolder: string;
  readonly item: HandoverView['items'][number];
  readonly line: HandoverLine;
  readonly files: HandoverView['files'];
  readonly gaps: readonly Gap[];
  /** At every letter: what was written is kept before the sheet is closed. */
  readonly onWrite: (change: (line: HandoverLine) => HandoverLine) => void;
  readonly onAttached: (file: HandoverView['files'][number]) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** One line of an item. */
export function LineSheet(props: LineSheetProps) {
  const { caseId, uploadFolder, item, line, files, gaps, onWrite, onAttached, onRemove, onClose } = props;
  const attaching = useAttaching({
    caseId,
    uploadFolder,
    onAttached: (file) => {
      onAttached(file);
      onWrite((before) => ({
        ...before,
        attachments: [...new Set([...before.attachments, file.digest])].slice(0, MOST_FILES),
      }));
    },
  });
  const left = MOST_FILES - line.attachments.length;
  return (
    <Sheet id="line-sheet" title={item.title} onClose={onClose}>
      {LINE_FIELDS[item.kind].map(({ name, title, required }) => {
        const gap = gaps.find((one) => one.line === line.id && one.field === name);
        return (
          <View key={name} className="handover__field">
            <Text className="handover__label">{required ? `${title}（必填）` : title}</Text>
            <Textarea
              id={`field-${name}`}
              name={name}
              className={`handover__input${gap ? ' handover__input--wrong' : ''}`}
              autoHeight
              maxlength={MOST_LETTERS}
              value={line.fields[name] ?? ''}
              onInput={(event) =>
                onWrite((before) => ({
                  ...before,
                  fields: { ...before.fields, [name]: event.detail.value },
                }))
              }
            />
            {gap && (
              <Text id={`gap-${name}`} className="handover__gap">
                {gapSentence(gap, item.kind)}
              </Text>
            )}
          </View>
        );
      })}
      {item.kind === 'account' && <Text className="handover__quiet">不用写密码：交接时由管理员重置。</Text>}
      <AttachedFiles
        caseId={caseId}
        digests={line.attachments}
        files={files}
        onDrop={(digest) =>
          onWrite((before) => ({
            ...before,
            attachments: before.attachments.filter((one) => one !== digest),
          }))
        }
      />
      {attaching.stuck !== null && (
        <Text id="attach-stuck" className="handover__gap">
          {attaching.stuck}
        </Text>
      )}
      {left > 0 && (
        <View className="handover__buttons">
          <Button
            id="attach-photo"
            look="compact"
            asleep={attaching.busy}
            onTap={() => void attaching.addPhotos(left)}
          >
            {attaching.busy ? '正在上传…' : '拍照或选图'}
          </Button>
          <Button
            id="attach-file"
            look="compact"
            asleep={attaching.busy}
            onTap={() => void attaching.addFiles(left)}
          >
            聊天里的文件
          </Button>
        </View>
      )}
      <View className="handover__sheet-end">
        <Button id="line-done" look="primary" onTap={onClose}>
          完成
        </Button>
        <Button id="line-remove" look="text" onTap={onRemove}>
          删除这一条
        </Button>
      </View>
    </Sheet>
  );
}
