import { Text, View } from '@tarojs/components';
import { cellOf, type ReportColumn } from '@domain/attendance/report-columns';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import { DayChart } from './day-chart';
import { NumberChips } from './number-chips';
import type { ReportKind } from './report-kinds';
import { useReportSum } from './use-report-sum';
import type { Shown } from './use-reports';

interface SumPanelProps {
  readonly shown: Shown;
  readonly kind: ReportKind;
  readonly columns: readonly ReportColumn[];
  /** The number whose people are looked at; null: everybody. */
  readonly wanted: ReportColumn | null;
  readonly onWanted: (column: ReportColumn | null) => void;
  readonly onDay: (date: string) => void;
}

/** The sums: of one page at once, of everybody with a chart when they are asked for. */
export function SumPanel({ shown, kind, columns, wanted, onWanted, onDay }: SumPanelProps) {
  const { view } = shown;
  const [month, date] =
    shown.by === 'month' ? [shown.view.month, null] : [shown.view.date.slice(0, 7), shown.view.date];
  const { sum, state, stuck, addUp } = useReportSum(month, date);
  const titleOf = (one: ReportColumn) => view.columns.find(({ column }) => column === one)?.title ?? '';
  const cells = columns.flatMap((column) => {
    const cell = sum !== null ? cellOf(column, sum.sum) : view.totals.find((one) => one.column === column);
    return cell === undefined ? [] : [{ ...cell, title: titleOf(column) }];
  });
  if (view.rows.length === 0) return null;
  return (
    <Panel id="reports-totals" title={headOf(shown, sum?.people ?? null, state)}>
      {shown.by === 'day' && kind === 'situation' && (
        <View id="reports-counts" className="reports__chips">
          {shown.view.counts.map(({ tone, word, people }) => (
            <View key={tone} className="reports__chip">
              <StatusMark tone={tone} word={`${word} ${people}`} />
            </View>
          ))}
        </View>
      )}
      <NumberChips
        of="total"
        cells={cells}
        chosen={wanted}
        onChoose={(column) => onWanted(column === wanted ? null : column)}
      />
      {wanted !== null && (
        <Text id="reports-wanted" className="reports__quiet">
          {`下面只显示有“${titleOf(wanted)}”的人，再点一次显示全部`}
        </Text>
      )}
      {sum !== null && shown.by === 'month' && (
        <DayChart
          days={sum.days}
          shows={kind === 'hours' || kind === 'odd' ? kind : 'people'}
          onDay={onDay}
        />
      )}
      {stuck !== null && <Notice mark={<StatusMark tone="absent" />} text={troubleSentence(stuck).text} />}
      {state !== 'done' && (shown.by === 'month' || view.next !== null) && (
        <View className="reports__apart">
          <Button id="reports-sum" look="plain" asleep={state === 'running'} onTap={() => void addUp()}>
            {state === 'running'
              ? `正在合计…已合计 ${sum?.people ?? 0} 人`
              : shown.by === 'month'
                ? '全部人员的合计和图表'
                : '全部人员的合计'}
          </Button>
        </View>
      )}
    </Panel>
  );
}

/** '全公司 · 24 人 · 截至 11月22日 周日' */
function headOf(shown: Shown, summed: number | null, state: 'none' | 'running' | 'done'): string {
  const { scopeText, rows, next } = shown.view;
  const people =
    state === 'done' && summed !== null
      ? `全部 ${summed} 人`
      : next === null
        ? `${rows.length} 人`
        : `已读取 ${rows.length} 人`;
  return [scopeText, people, ...(shown.by === 'month' ? [shown.view.untilText] : [])].join(' · ');
}
