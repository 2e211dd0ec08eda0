import { Text, View } from '@tarojs/components';
import type { HandoverView } from '@contract/contract';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';

interface VersionsPanelProps {
  readonly view: HandoverView;
  /** Shows another version; left out while the list is written. */
  readonly onShow?: (version: number | null) => void;
}

/** Every version that was handed in, newest first, with what became of it. */
export function VersionsPanel({ view: { versions, shown }, onShow }: VersionsPanelProps) {
  if (versions.length === 0) return null;
  const [newest] = versions;
  return (
    <Panel id="handover-versions" title="版本">
      {versions.map((version) => (
        <View key={version.number} className="handover__version">
          <View className="handover__version-words">
            <Text className="handover__line-title">{`第 ${version.number} 版`}</Text>
            <Text className="handover__quiet">{historyOf(version)}</Text>
          </View>
          {onShow && version.number !== shown?.number && (
            <Button
              id={`show-version-${version.number}`}
              look="compact"
              onTap={() => onShow(version.number === newest?.number ? null : version.number)}
            >
              查看
            </Button>
          )}
        </View>
      ))}
    </Panel>
  );
}

const historyOf = ({ submittedText, sentBackText, signatures }: HandoverView['versions'][number]): string =>
  [
    `${submittedText} 提交`,
    ...(sentBackText === null ? [] : [`${sentBackText} 退回`]),
    ...signatures.map(({ byName, whenText }) => `${byName} ${whenText} 签署`),
  ].join('；');
