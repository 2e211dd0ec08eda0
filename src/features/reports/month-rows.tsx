import { Text, View } from '@tarojs/components';
import type { MonthReport } from '@contract/contract';
import { ODD_COLUMNS, type ReportColumn } from '@domain/attendance/report-columns';
import { openPersonReport } from '@/navigation/report-links';
import { EmptyState } from '@/ui/empty-state';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import { TONE_WORDS } from '@/wording/tones';
import { NumberChips } from './number-chips';
import type { ReportKind } from './report-kinds';
import { hasOf } from './has-of';
import { useShownSlice } from './shown-slice';

type Row = MonthReport['rows'][number];

interface MonthRowsProps {
  readonly view: MonthReport;
  readonly kind: ReportKind;
  readonly columns: readonly ReportColumn[];
  /** Only people with some of this; null: everybody. */
  readonly wanted: ReportColumn | null;
  readonly onMore: (after: string) => void;
}

/** A panel a person: the numbers of the report, or how each day was. */
export function MonthRows({ view, kind, columns, wanted, onMore }: MonthRowsProps) {
  const rows = (kind === 'odd' ? view.rows.filter(isOddRow) : view.rows).filter(hasOf(wanted));
  const { slice, moreButton } = useShownSlice(
    rows,
    `${kind} ${view.month} ${wanted ?? ''}`,
    view.next,
    onMore,
  );
  return (
    <View>
      {rows.length === 0 &&
        (kind === 'odd' && view.rows.length > 0 ? (
          <EmptyState title="没有异常" text="已读取的员工这个月都没有迟到、早退、少卡和旷工。" />
        ) : view.rows.length > 0 ? (
          <EmptyState title="没有这样的人" text="已读取的员工都没有这个数字。" />
        ) : (
          <EmptyState title="这个月还没有人" text="员工入职以后，出勤会在这里。" />
        ))}
      <View className="reports__grid">
        {slice.map((row) => (
          <Panel key={row.employmentId} id={`report-${row.employmentId}`}>
            <View
              className="reports__who"
              onClick={() =>
                void openPersonReport({ employmentId: row.employmentId, month: view.month, column: null })
              }
            >
              <Text className="reports__name">{row.name}</Text>
              <Text className="reports__quiet">{row.departmentName}</Text>
            </View>
            {kind === 'situation' || kind === 'odd' ? (
              <DayStrip row={row} month={view.month} onlyOdd={kind === 'odd'} />
            ) : null}
            {kind !== 'situation' && (
              <NumberChips
                cells={shownCells(row, view, columns, kind)}
                chosen={null}
                onChoose={(column) =>
                  void openPersonReport({ employmentId: row.employmentId, month: view.month, column })
                }
              />
            )}
          </Panel>
        ))}
      </View>
      {moreButton}
    </View>
  );
}

const isOddRow = ({ cells }: Row): boolean =>
  cells.some(({ column, tone }) => ODD_COLUMNS.includes(column) && tone !== 'none');

/** A number that is nothing is left out of a summary; 工作时长 says its noughts. */
const shownCells = (row: Row, view: MonthReport, columns: readonly ReportColumn[], kind: ReportKind) =>
  columns.flatMap((one) => {
    const cell = row.cells.find(({ column }) => column === one);
    const title = view.columns.find(({ column }) => column === one)?.title ?? '';
    return cell === undefined || (kind !== 'hours' && cell.tone === 'none') ? [] : [{ ...cell, title }];
  });

interface DayStripProps {
  readonly row: Row;
  readonly month: string;
  readonly onlyOdd: boolean;
}

const ODD_TONES: readonly string[] = ODD_COLUMNS;

/** The month's days by their shapes; each leads to that day's cards and reasons. */
const DayStrip = ({ row: { employmentId, days }, month, onlyOdd }: DayStripProps) => (
  <View className="reports__strip">
    {days.map((tone, place) => {
      if (onlyOdd && !ODD_TONES.includes(tone)) return null;
      const date = `${month}-${String(place + 1).padStart(2, '0')}`;
      return (
        <View
          key={date}
          id={`strip-${employmentId}-${date}`}
          className="reports__day"
          ariaRole="button"
          ariaLabel={`${place + 1}日 ${TONE_WORDS[tone]}`}
          onClick={() => void openPersonReport({ employmentId, month, column: null, date })}
        >
          <Text className="reports__daynumber">{String(place + 1)}</Text>
          {onlyOdd ? <StatusMark tone={tone} word={TONE_WORDS[tone]} /> : <StatusMark tone={tone} />}
        </View>
      );
    })}
  </View>
);
