import { Text, View } from '@tarojs/components';
import type { MonthOpenItems } from '@contract/contract';
import { useState } from 'react';
import { openCase } from '@/navigation/case-link';
import { openPersonReport } from '@/navigation/report-links';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';

const FIRST = 10;

interface OpenItemsPanelProps {
  readonly month: string;
  readonly items: MonthOpenItems;
  /** Pages are still coming. */
  readonly isDone: boolean;
}

/** What a lock would freeze as it is; each line leads to where it can be settled. */
export function OpenItemsPanel({ month, items, isDone }: OpenItemsPanelProps) {
  const [isAll, setIsAll] = useState(false);
  const { people, lockedPeople, unjudgedDays, missing, pending } = items;
  const shown = <Item,>(list: readonly Item[]) => (isAll ? list.slice(0, 200) : list.slice(0, FIRST));
  const hasMore = missing.length > FIRST || pending.length > FIRST;
  return (
    <Panel id="month-open" title="结账前核对">
      <Text className="months__quiet">
        {isDone ? `${people} 人，其中 ${lockedPeople} 人已结账` : `正在核对…已看 ${people} 人`}
      </Text>
      {isDone && missing.length + pending.length + unjudgedDays === 0 && (
        <StatusMark tone="ok" word={lockedPeople === people ? '全部已结账' : '没有未办的事，可以结账'} />
      )}
      {unjudgedDays > 0 && (
        <Text id="month-unjudged" className="months__line">
          {`${unjudgedDays} 个人天还没有最终判定，结账时会一起判定`}
        </Text>
      )}
      {pending.length > 0 && (
        <Text id="month-pending" className="months__title">{`没有审批完的申请 ${pending.length} 件`}</Text>
      )}
      {shown(pending).map(({ caseId, name, what }) => (
        <View
          key={caseId}
          id={`pending-${caseId}`}
          className="months__row"
          hoverClass="months__row--pressed"
          onClick={() => void openCase({ caseId, taskId: null, round: null })}
        >
          <Text className="months__name">{name}</Text>
          <Text className="months__quiet">{what}</Text>
        </View>
      ))}
      {missing.length > 0 && (
        <Text id="month-missing" className="months__title">{`少卡 ${missing.length} 人`}</Text>
      )}
      {shown(missing).map(({ employmentId, name, departmentName, cards }) => (
        <View
          key={employmentId}
          id={`missing-${employmentId}`}
          className="months__row"
          hoverClass="months__row--pressed"
          onClick={() => void openPersonReport({ employmentId, month, column: 'missing' })}
        >
          <View className="months__name">
            <Text>{name}</Text>
            <Text className="months__quiet">{departmentName}</Text>
          </View>
          <StatusMark tone="missing" word={`少 ${cards} 次卡`} />
        </View>
      ))}
      {hasMore && (
        <Button id="month-open-all" look="text" onTap={() => setIsAll(!isAll)}>
          {isAll ? '收起' : '显示更多'}
        </Button>
      )}
    </Panel>
  );
}
