import { Image, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { HandoverView } from '@contract/contract';
import { openAttached } from '@/features/case/open-attached';
import { Icon } from '@/ui/icon';

type File = HandoverView['files'][number];

interface AttachedFilesProps {
  readonly caseId: string;
  readonly digests: readonly string[];
  readonly files: HandoverView['files'];
  /** Only while the line is written. */
  readonly onDrop?: (digest: string) => void;
}

/** Pictures and documents of a line: a tap opens one. */
export function AttachedFiles({ caseId, digests, files, onDrop }: AttachedFilesProps) {
  if (digests.length === 0) return null;
  const shown = digests.map((digest) => files.find((file) => file.digest === digest) ?? { digest });
  const urls = shown.flatMap((file) => ('url' in file && file.url !== null ? [file.url] : []));
  return (
    <View className="handover__files">
      {shown.map((file) => (
        <View key={file.digest} className="handover__file">
          {'url' in file ? (
            <Opened caseId={caseId} file={file} urls={urls} />
          ) : (
            // It was attached on this phone and is not listed yet: with the next look it has its name.
            <Text className="handover__file-name">附件</Text>
          )}
          {onDrop && (
            <View
              id={`drop-${file.digest}`}
              className="handover__file-drop"
              onClick={() => onDrop(file.digest)}
            >
              <Icon name="close" />
            </View>
          )}
        </View>
      ))}
    </View>
  );
}

interface OpenedProps {
  readonly caseId: string;
  readonly file: File;
  readonly urls: string[];
}

const Opened = ({ caseId, file, urls }: OpenedProps) =>
  file.url !== null ? (
    <Image
      className="handover__picture"
      src={file.url}
      mode="aspectFill"
      onClick={() => void Taro.previewImage({ current: file.url ?? '', urls })}
    />
  ) : (
    <View className="handover__document" onClick={() => void openAttached(caseId, file)}>
      <Text className="handover__file-name">{file.name}</Text>
    </View>
  );
