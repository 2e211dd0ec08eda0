import { Text, View } from '@tarojs/components';
import type { DayReport } from '@contract/contract';
import { ODD_COLUMNS, type ReportColumn } from '@domain/attendance/report-columns';
import { openPersonReport } from '@/navigation/report-links';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import { NumberChips } from './number-chips';
import type { ReportKind } from './report-kinds';
import { hasOf } from './has-of';
import { useShownSlice } from './shown-slice';

interface DayRowsProps {
  readonly view: DayReport;
  readonly kind: ReportKind;
  readonly columns: readonly ReportColumn[];
  /** Only people with some of this; null: everybody. */
  readonly wanted: ReportColumn | null;
  readonly onMore: (after: string) => void;
}

/** A line a person: the day in a word, its cards and, in the reports of numbers, its numbers. */
export function DayRows({ view, kind, columns, wanted, onMore }: DayRowsProps) {
  const rows = (kind === 'odd' ? view.rows.filter(({ tone }) => ODD_TONES.includes(tone)) : view.rows).filter(
    hasOf(wanted),
  );
  const { slice, moreButton } = useShownSlice(
    rows,
    `${kind} ${view.date} ${wanted ?? ''}`,
    view.next,
    onMore,
  );
  const month = view.date.slice(0, 7);
  return (
    <View>
      <Panel id="reports-day">
        {rows.length === 0 && (
          <Text className="reports__quiet">
            {view.rows.length > 0 ? '已读取的员工这一天没有异常。' : '这一天没有在职的员工。'}
          </Text>
        )}
        {slice.map((row) => (
          <View key={row.employmentId} className="reports__person">
            <View
              id={`report-${row.employmentId}`}
              className="reports__line"
              hoverClass="reports__line--pressed"
              onClick={() =>
                void openPersonReport({
                  employmentId: row.employmentId,
                  month,
                  column: null,
                  date: view.date,
                })
              }
            >
              <View className="reports__words">
                <Text className="reports__name">{row.name}</Text>
                <Text className="reports__quiet">
                  {[row.departmentName, row.cardsText].filter(Boolean).join(' · ')}
                </Text>
              </View>
              <StatusMark tone={row.tone} word={row.word} />
            </View>
            {(kind === 'summary' || kind === 'hours') && (
              <NumberChips
                cells={cellsOf(row, view, columns)}
                chosen={null}
                onChoose={(column) =>
                  void openPersonReport({ employmentId: row.employmentId, month, column, date: view.date })
                }
              />
            )}
          </View>
        ))}
      </Panel>
      {moreButton}
    </View>
  );
}

const ODD_TONES: readonly string[] = ODD_COLUMNS;

const cellsOf = (row: DayReport['rows'][number], view: DayReport, columns: readonly ReportColumn[]) =>
  columns.flatMap((one) => {
    const cell = row.cells.find(({ column }) => column === one);
    const title = view.columns.find(({ column }) => column === one)?.title ?? '';
    return cell === undefined || cell.tone === 'none' ? [] : [{ ...cell, title }];
  });
