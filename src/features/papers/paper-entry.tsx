import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { StatusMark } from '@/ui/status-mark';
import type { PaperLine } from './use-papers';

interface PaperEntryProps {
  readonly paper: PaperLine;
  readonly asleep: boolean;
  readonly onOpen: () => void;
  readonly onRevoke: () => void;
}

/** One paper: what it is, whether it holds, and the beginning of its digest for eyes that compare. */
export function PaperEntry({ paper, asleep, onOpen, onRevoke }: PaperEntryProps) {
  const { title, number, version, madeText, sizeText, digest, revokedText, purged, canRevoke } = paper;
  return (
    <View id={`paper-${number}`} className="papers__entry">
      <View className="papers__head">
        <Text className="papers__title">{version > 1 ? `${title}（第 ${version} 版）` : title}</Text>
        {revokedText !== null && <StatusMark tone="missing" word="已撤销" />}
        {purged && <StatusMark tone="none" word="已销毁" />}
      </View>
      <Text className="papers__line">{`${madeText} · ${sizeText}`}</Text>
      <Text className="papers__line" userSelect>{`编号 ${number}`}</Text>
      <Text className="papers__line" userSelect>{`摘要 ${shortDigest(digest)}`}</Text>
      {revokedText !== null && <Text className="papers__line">{revokedText}</Text>}
      <View className="papers__actions">
        {!purged && (
          <Button id={`open-${number}`} look="compact" asleep={asleep} onTap={onOpen}>
            打开
          </Button>
        )}
        {canRevoke && (
          <Button id={`revoke-${number}`} look="text" asleep={asleep} onTap={onRevoke}>
            撤销
          </Button>
        )}
      </View>
    </View>
  );
}

/** '01234567 89abcdef …': the first sixteen digits, in groups. */
const shortDigest = (digest: string): string => `${digest.slice(0, 8)} ${digest.slice(8, 16)} …`;
