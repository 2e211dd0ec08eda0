import { Text, View } from '@tarojs/components';
import type { DayReport, MonthReport } from '@contract/contract';
import { openPersonReport } from '@/navigation/report-links';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { NumberChips } from './number-chips';
import { useReports } from './use-reports';
import './reports.scss';

const SHELVES = [
  { by: 'month', word: '按月' },
  { by: 'day', word: '按天' },
] as const;

/** 出勤汇总 by month and 出勤情况 by day: everybody whom one may see; every number leads to the days behind it. */
export function ReportsDesk() {
  const { by, shown, trouble, turnTo, more, reload } = useReports();
  if (trouble !== null && shown === null)
    return (
      <ErrorState
        id="reports-trouble"
        trouble={trouble}
        safe="考勤记录都在服务器上，不会丢。"
        onRetry={() => void reload()}
      />
    );
  return (
    <View className="reports">
      <View className="reports__shelves">
        {SHELVES.map((shelf) => (
          <View
            key={shelf.by}
            id={`reports-by-${shelf.by}`}
            className={`reports__shelf${shelf.by === by ? ' reports__shelf--chosen' : ''}`}
            onClick={() => void turnTo(shelf.by, null)}
          >
            <Text>{shelf.word}</Text>
          </View>
        ))}
      </View>
      {shown === null ? (
        <Bones />
      ) : shown.by === 'month' ? (
        <ByMonth view={shown.view} onTurn={(month) => void turnTo('month', month)} />
      ) : (
        <ByDay view={shown.view} onTurn={(date) => void turnTo('day', date)} />
      )}
      {shown?.view.next != null && (
        <Button id="reports-more" look="plain" onTap={() => void more(shown.view.next as string)}>
          显示更多员工
        </Button>
      )}
    </View>
  );
}

interface TurnProps {
  readonly title: string;
  readonly previous: string;
  readonly next: string | null;
  readonly onTurn: (at: string) => void;
}

const Turn = ({ title, previous, next, onTurn }: TurnProps) => (
  <View className="reports__turn">
    <Button id="reports-previous" look="text" onTap={() => onTurn(previous)}>
      <Icon name="back" />
    </Button>
    <Text id="reports-title" className="reports__title">
      {title}
    </Text>
    <Button id="reports-next" look="text" asleep={next === null} onTap={() => next !== null && onTurn(next)}>
      <Icon name="next" />
    </Button>
  </View>
);

interface ByMonthProps {
  readonly view: MonthReport;
  readonly onTurn: (month: string) => void;
}

const ByMonth = ({ view, onTurn }: ByMonthProps) => (
  <View>
    <Turn title={view.title} previous={view.previousMonth} next={view.nextMonth} onTurn={onTurn} />
    {view.totals.length > 0 && (
      <Panel id="reports-totals" title={`${view.scopeText} · ${view.rows.length} 人 · ${view.untilText}`}>
        <NumberChips cells={named(view, view.totals)} chosen={null} onChoose={null} />
      </Panel>
    )}
    {view.rows.length === 0 ? (
      <EmptyState title="这个月还没有人" text="员工入职以后，出勤会在这里。" />
    ) : (
      view.rows.map(({ employmentId, name, departmentName, cells }) => (
        <Panel key={employmentId} id={`report-${employmentId}`}>
          <View
            className="reports__who"
            onClick={() => void openPersonReport({ employmentId, month: view.month, column: null })}
          >
            <Text className="reports__name">{name}</Text>
            <Text className="reports__quiet">{departmentName}</Text>
          </View>
          <NumberChips
            cells={named(view, cells).filter(({ tone }) => tone !== 'none')}
            chosen={null}
            onChoose={(column) => void openPersonReport({ employmentId, month: view.month, column })}
          />
        </Panel>
      ))
    )}
  </View>
);

const named = ({ columns }: MonthReport, cells: MonthReport['totals']) =>
  cells.map((cell) => ({
    ...cell,
    title: columns.find(({ column }) => column === cell.column)?.title ?? '',
  }));

interface ByDayProps {
  readonly view: DayReport;
  readonly onTurn: (date: string) => void;
}

const ByDay = ({ view, onTurn }: ByDayProps) => (
  <View>
    <Turn title={view.dateText} previous={view.previousDate} next={view.nextDate} onTurn={onTurn} />
    {view.counts.length > 0 && (
      <Panel id="reports-counts" title={`${view.scopeText} · ${view.rows.length} 人`}>
        <View className="reports__chips">
          {view.counts.map(({ tone, word, people }) => (
            <View key={tone} className="reports__chip">
              <StatusMark tone={tone} word={`${word} ${people}`} />
            </View>
          ))}
        </View>
      </Panel>
    )}
    <Panel id="reports-day">
      {view.rows.length === 0 && <Text className="reports__quiet">这一天没有在职的员工。</Text>}
      {view.rows.map(({ employmentId, name, departmentName, tone, word, cardsText }) => (
        <View
          key={employmentId}
          id={`report-${employmentId}`}
          className="reports__line"
          hoverClass="reports__line--pressed"
          onClick={() => void openPersonReport({ employmentId, month: view.date.slice(0, 7), column: null })}
        >
          <View className="reports__words">
            <Text className="reports__name">{name}</Text>
            <Text className="reports__quiet">{[departmentName, cardsText].filter(Boolean).join(' · ')}</Text>
          </View>
          <StatusMark tone={tone} word={word} />
        </View>
      ))}
    </Panel>
  </View>
);

const Bones = () => (
  <Panel id="reports-loading">
    {[60, 90, 75, 85].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
