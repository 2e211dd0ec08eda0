import { Text, View } from '@tarojs/components';
import type { RosterHistory } from '@contract/contract';
import { useEffect, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { Sheet } from '@/ui/sheet';
import { Skeleton } from '@/ui/skeleton';
import { troubleSentence } from '@/wording/troubles';
import './roster.scss';

interface HistorySheetProps {
  readonly month: string;
  readonly title: string;
  readonly employmentIds: readonly string[];
  readonly onClose: () => void;
}

const MEANS = { painted: '', imported: '导入', swapped: '换班', chosen: '员工自选' } as const;
const MOST_CELLS = 6;

/** 排班历史: who changed what, newest first. */
export function HistorySheet({ month, title, employmentIds, onClose }: HistorySheetProps) {
  const [lines, setLines] = useState<RosterHistory['lines'] | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const ids = employmentIds.join(' ');
  useEffect(() => {
    const read = async () => {
      const outcome = await ask('roster.history', { month, employmentIds: ids.split(' ').slice(0, 30) });
      if (outcome.kind === 'done') setLines(outcome.value.lines);
      else setTrouble(outcome);
    };
    void read();
  }, [ids, month]);
  return (
    <Sheet id="roster-history" title={title} onClose={onClose}>
      {trouble !== null && <Text className="roster__quiet">{troubleSentence(trouble).text}</Text>}
      {trouble === null && lines === null && <Skeleton width={70} />}
      {lines?.length === 0 && <Text className="roster__quiet">这个月还没有人改过排班。</Text>}
      {lines?.map(({ id, whoText, name, means, cells }) => (
        <View key={id} className="roster__line">
          <Text>{[name, MEANS[means]].filter(Boolean).join(' · ')}</Text>
          <Text className="roster__quiet">{whoText}</Text>
          {cells.slice(0, MOST_CELLS).map((cell) => (
            <Text key={cell} className="roster__quiet">
              {cell}
            </Text>
          ))}
          {cells.length > MOST_CELLS && <Text className="roster__quiet">{`…… 一共 ${cells.length} 天`}</Text>}
        </View>
      ))}
    </Sheet>
  );
}
