import { Text, View } from '@tarojs/components';
import type { StaffFileView } from '@contract/contract';
import { Panel } from '@/ui/panel';

/** Who did what, when and why, the latest first. */
export const ChangesPanel = ({ changes }: { readonly changes: StaffFileView['changes'] }) => (
  <Panel id="people-changes" title="变更记录">
    {changes.length === 0 && <Text className="staff__quiet">还没有变更。每次修改都会记在这里。</Text>}
    {changes.map(({ whenText, byName, what, reason }, place) => (
      <View key={place} className="staff__row">
        <View className="staff__words">
          <Text>{what}</Text>
          {reason !== null && <Text className="staff__quiet">{`原因：${reason}`}</Text>}
          <Text className="staff__quiet">{`${whenText} · ${byName}`}</Text>
        </View>
      </View>
    ))}
  </Panel>
);
