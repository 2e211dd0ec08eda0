import { Text, View } from '@tarojs/components';
import type { ReportColumn } from '@domain/attendance/report-columns';
import type { Trouble } from '@/cloud/outcome';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Sheet } from '@/ui/sheet';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';

interface ColumnSheetProps {
  readonly columns: readonly { readonly column: ReportColumn; readonly title: string }[];
  readonly chosen: readonly ReportColumn[];
  readonly stuck: Trouble | null;
  /** None: the usual columns again. */
  readonly onKeep: (columns: readonly ReportColumn[]) => void;
  readonly onClose: () => void;
}

/** Which numbers a report shows, in which order: kept for oneself, on every phone. */
export function ColumnSheet({ columns, chosen: kept, stuck, onKeep, onClose }: ColumnSheetProps) {
  const [chosen, setChosen] = useState(kept);
  const titleOf = (wanted: ReportColumn) => columns.find(({ column }) => column === wanted)?.title ?? '';
  const others = columns.filter(({ column }) => !chosen.includes(column));
  const raise = (place: number) => {
    const next = [...chosen];
    next.splice(place - 1, 0, ...next.splice(place, 1));
    setChosen(next);
  };
  return (
    <Sheet id="report-columns" title="选择列" onClose={onClose}>
      {chosen.map((column, place) => (
        <View key={column} id={`column-${column}`} className="reports__line">
          <Text className="reports__words">{titleOf(column)}</Text>
          {place > 0 && (
            <Button id={`column-up-${column}`} look="compact" onTap={() => raise(place)}>
              上移
            </Button>
          )}
          <Button
            id={`column-off-${column}`}
            look="compact"
            onTap={() => setChosen(chosen.filter((one) => one !== column))}
          >
            不显示
          </Button>
        </View>
      ))}
      {others.length > 0 && <Text className="reports__quiet">没有显示的列，点一下加到最后</Text>}
      <View className="reports__chips">
        {others.map(({ column, title }) => (
          <View
            key={column}
            id={`column-on-${column}`}
            className="reports__chip"
            hoverClass="reports__chip--pressed"
            onClick={() => setChosen([...chosen, column])}
          >
            <Text>{`＋ ${title}`}</Text>
          </View>
        ))}
      </View>
      {stuck !== null && <Notice mark={<StatusMark tone="absent" />} text={troubleSentence(stuck).text} />}
      <View className="reports__apart">
        <Button id="columns-keep" look="primary" asleep={chosen.length === 0} onTap={() => onKeep(chosen)}>
          保存
        </Button>
      </View>
      <Button id="columns-usual" look="text" onTap={() => onKeep([])}>
        恢复默认
      </Button>
    </Sheet>
  );
}
