import { Text, View } from '@tarojs/components';
import type { MonthClosing } from '@contract/contract';
import { Panel } from '@/ui/panel';

const WORDS = { lock: '结账', reopen: '重新打开' } as const;

/** How far a run has come; it goes on when the page is left. */
export function ClosingProgress({ closing }: { readonly closing: MonthClosing }) {
  const { kind, scopeText, donePeople, totalPeople } = closing;
  const percent = totalPeople === 0 ? 100 : Math.round((100 * donePeople) / totalPeople);
  return (
    <Panel id="month-running" title={`${scopeText}正在${WORDS[kind]}`}>
      <Text className="months__quiet">{`${donePeople} / ${totalPeople} 人，离开这个页面也会继续`}</Text>
      <View className="months__track">
        <View className="months__bar" style={{ width: `${percent}%` }} />
      </View>
    </Panel>
  );
}

/** Who locked and opened the month, when and why. */
export function ClosingLog({ log }: { readonly log: readonly MonthClosing[] }) {
  if (log.length === 0) return null;
  return (
    <Panel id="month-log" title="结账记录">
      {log.map((closing) => (
        <View key={closing.closingId} className="months__logged">
          <Text className="months__name">
            {`${closing.scopeText} ${WORDS[closing.kind]} · ${closing.movedPeople} 人`}
          </Text>
          <Text className="months__quiet">{`${closing.byName} ${closing.atText}`}</Text>
          {closing.reason !== null && <Text className="months__line">{`原因：${closing.reason}`}</Text>}
          {closing.changedDays > 0 && (
            <Text className="months__line">{`有 ${closing.changedDays} 天和上次结账时不同`}</Text>
          )}
        </View>
      ))}
    </Panel>
  );
}
