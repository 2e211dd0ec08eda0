import { Text, View } from '@tarojs/components';
import type { OutputOf, RosterDesk } from '@contract/contract';
import { ExportLine } from '@/features/exports/export-line';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { whyText } from '@/wording/rosters';
import { useTable } from './use-table';
import './roster.scss';

interface TableSheetProps {
  readonly desk: RosterDesk;
  /** Closed after an import: the grid has to be read anew. */
  readonly onClose: (changed: boolean) => void;
}

/** 导入 / 导出: the month as an xlsx, and a filled one back with a look at it first. */
export function TableSheet({ desk, onClose }: TableSheetProps) {
  const { checked, done, stuck, busy, choose, write } = useTable(desk);
  return (
    <Sheet id="roster-table" title="导入 / 导出" onClose={() => onClose(done !== null)}>
      <ExportLine
        id="roster-export"
        order={{ what: 'roster', month: desk.month, ruleId: desk.ruleId ?? '' }}
        title="导出这个月的排班"
        more="一人一行、一天一列，填好可以再导入"
      />
      {desk.mayEdit && (
        <>
          <Text className="roster__quiet">
            导入：用导出的表格，格子里填班次名称或“休”；留空的日子不变，填“未排”就是清空。
          </Text>
          <Button id="table-choose" look="plain" asleep={busy} onTap={() => void choose()}>
            {busy && checked === null ? '正在读表格…' : '选择表格'}
          </Button>
        </>
      )}
      {stuck !== null && (
        <Text id="table-stuck" className="roster__quiet">
          {stuck}
        </Text>
      )}
      {checked !== null && <Checked checked={checked} busy={busy} onWrite={() => void write()} />}
      {done !== null && (
        <Text id="table-done">
          {`已排 ${done.kept} 格${done.lost > 0 ? `，${done.lost} 格刚被别人改过，没有动` : ''}`}
        </Text>
      )}
    </Sheet>
  );
}

type Table = OutputOf<'roster.checkTable'>;

interface CheckedProps {
  readonly checked: Table;
  readonly busy: boolean;
  readonly onWrite: () => void;
}

const Checked = ({ checked, busy, onWrite }: CheckedProps) => (
  <View id="table-checked">
    <Text>
      {checked.cells === 0
        ? '表格里没有要改的日子。'
        : `会改 ${checked.people} 人 ${checked.cells} 格，现在还没有写进去。`}
    </Text>
    {checked.problemCount > 0 && (
      <Text className="roster__quiet">{`${checked.problemCount} 处不能导入，其余照常：`}</Text>
    )}
    {checked.problems.map((problem, place) => (
      <Text key={place} className="roster__quiet">
        {problemText(problem)}
      </Text>
    ))}
    <Button id="table-write" look="primary" asleep={busy || checked.cells === 0} onTap={onWrite}>
      {busy ? '正在导入…' : `导入这 ${checked.cells} 格`}
    </Button>
  </View>
);

function problemText({ row, name, why, text, day, cell }: Table['problems'][number]): string {
  const where = `第 ${row} 行${name === '' ? '' : ` ${name}`}`;
  switch (why) {
    case 'no-number':
      return `${where}：没有工号`;
    case 'twice':
      return `${where}：工号 ${text} 前面已经有一行`;
    case 'unknown-person':
      return `${where}：没有工号 ${text}，或不归你排班`;
    case 'name-differs':
      return `${where}：这个工号的姓名是 ${text}`;
    case 'unknown-word':
      return `${where} ${day ?? ''}日：没有叫“${text}”的班次，整行没有导入`;
    case 'cell':
      return `${where} ${day ?? ''}日：${cell === null ? '不能这样排' : whyText(cell)}`;
  }
}
