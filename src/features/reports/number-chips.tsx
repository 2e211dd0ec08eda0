import { View } from '@tarojs/components';
import type { PersonReport } from '@contract/contract';
import { StatusMark } from '@/ui/status-mark';

type Cell = PersonReport['cells'][number];

interface NumberChipsProps {
  /** What their ids begin with: the sums stand on the same page as the people. */
  readonly of?: 'number' | 'total';
  readonly cells: readonly Cell[];
  readonly chosen: string | null;
  /** Null: the numbers are only to be read. */
  readonly onChoose: ((column: Cell['column']) => void) | null;
}

/** '迟到 2 次 14 分钟': each number is a way to the days that make it. */
export const NumberChips = ({ of = 'number', cells, chosen, onChoose }: NumberChipsProps) => (
  <View className="reports__chips">
    {cells.map(({ column, title, text, tone }) => (
      <View
        key={column}
        id={onChoose === null ? undefined : `${of}-${column}`}
        className={`reports__chip${column === chosen ? ' reports__chip--chosen' : ''}`}
        hoverClass={onChoose === null ? 'none' : 'reports__chip--pressed'}
        onClick={onChoose === null ? undefined : () => onChoose(column)}
      >
        <StatusMark tone={tone} word={`${title} ${text}`} />
      </View>
    ))}
  </View>
);
