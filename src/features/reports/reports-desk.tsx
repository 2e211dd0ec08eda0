import { Text, View } from '@tarojs/components';
import type { ReportColumn } from '@domain/attendance/report-columns';
import { useState } from 'react';
import { ExportLine } from '@/features/exports/export-line';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { ColumnSheet } from './column-sheet';
import { DayRows } from './day-rows';
import { MonthRows } from './month-rows';
import { REPORT_KINDS, type ReportKind, reportWord } from './report-kinds';
import { SumPanel } from './sum-panel';
import { useLayouts } from './use-layouts';
import { type Shown, useReports } from './use-reports';
import './reports.scss';

const SHELVES = [
  { by: 'month', word: '按月' },
  { by: 'day', word: '按天' },
] as const;

/** 出勤情况、出勤汇总、工作时长、异常考勤 by month and by day: everybody whom one may see; every number leads to the days behind it. */
export function ReportsDesk() {
  const { by, shown, trouble, turnTo, more, reload } = useReports();
  const { layouts, stuck, keep } = useLayouts();
  const [kind, setKind] = useState<ReportKind>('summary');
  const [choosing, setChoosing] = useState(false);
  const [wanted, setWanted] = useState<ReportColumn | null>(null);
  if (trouble !== null && shown === null)
    return (
      <ErrorState
        id="reports-trouble"
        trouble={trouble}
        safe="考勤记录都在服务器上，不会丢。"
        onRetry={() => void reload()}
      />
    );
  const columns = kind === 'situation' ? [] : layouts[kind];
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
      <View className="reports__shelves reports__kinds">
        {REPORT_KINDS.map((one) => (
          <View
            key={one.kind}
            id={`reports-kind-${one.kind}`}
            className={`reports__shelf${one.kind === kind ? ' reports__shelf--chosen' : ''}`}
            onClick={() => {
              setKind(one.kind);
              setWanted(null);
            }}
          >
            <Text>{one.word}</Text>
          </View>
        ))}
      </View>
      {shown === null ? (
        <Bones />
      ) : (
        <View>
          <Turn shown={shown} onTurn={(at) => void turnTo(shown.by, at)} />
          <SumPanel
            shown={shown}
            kind={kind}
            columns={columns}
            wanted={wanted}
            onWanted={setWanted}
            onDay={(date) => void turnTo('day', date)}
          />
          <Panel>
            <ExportLine
              key={`${kind} ${spanOf(shown)}`}
              id="reports-export"
              title={`${reportWord(kind)} Excel`}
              more={`${shown.view.scopeText}的全部人员，数字可以直接计算`}
              order={{ what: 'report', report: kind, ...orderSpanOf(shown) }}
            />
            {kind !== 'situation' && (
              <Button id="reports-columns" look="text" onTap={() => setChoosing(true)}>
                选择列
              </Button>
            )}
          </Panel>
          {shown.by === 'month' ? (
            <MonthRows
              view={shown.view}
              kind={kind}
              columns={columns}
              wanted={wanted}
              onMore={(after) => void more(after)}
            />
          ) : (
            <DayRows
              view={shown.view}
              kind={kind}
              columns={columns}
              wanted={wanted}
              onMore={(after) => void more(after)}
            />
          )}
        </View>
      )}
      {choosing && shown !== null && kind !== 'situation' && (
        <ColumnSheet
          columns={shown.view.columns}
          chosen={columns}
          stuck={stuck}
          onKeep={(next) => void keep(kind, next).then((isKept) => isKept && setChoosing(false))}
          onClose={() => setChoosing(false)}
        />
      )}
    </View>
  );
}

const spanOf = (shown: Shown): string => (shown.by === 'month' ? shown.view.month : shown.view.date);

const orderSpanOf = (shown: Shown): { month: string; date: string | null } =>
  shown.by === 'month'
    ? { month: shown.view.month, date: null }
    : { month: shown.view.date.slice(0, 7), date: shown.view.date };

interface TurnProps {
  readonly shown: Shown;
  readonly onTurn: (at: string) => void;
}

function Turn({ shown, onTurn }: TurnProps) {
  const [title, previous, next] =
    shown.by === 'month'
      ? [shown.view.title, shown.view.previousMonth, shown.view.nextMonth]
      : [shown.view.dateText, shown.view.previousDate, shown.view.nextDate];
  return (
    <View className="reports__turn">
      <Button id="reports-previous" look="text" onTap={() => onTurn(previous)}>
        <Icon name="back" />
      </Button>
      <Text id="reports-title" className="reports__title">
        {title}
      </Text>
      <Button
        id="reports-next"
        look="text"
        asleep={next === null}
        onTap={() => next !== null && onTurn(next)}
      >
        <Icon name="next" />
      </Button>
    </View>
  );
}

const Bones = () => (
  <Panel id="reports-loading">
    {[60, 90, 75, 85].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
