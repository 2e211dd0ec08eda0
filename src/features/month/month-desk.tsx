import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import type { DayView } from '@contract/contract';
import { useState } from 'react';
import { MONTH, takeParams } from '@/navigation/destination';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Sheet } from '@/ui/sheet';
import { dayWithWeekday } from '@/wording/times';
import { troubleSentence } from '@/wording/troubles';
import { DayDetail } from './day-detail';
import { Legend } from './legend';
import { MonthBar } from './month-bar';
import { MonthBones } from './month-bones';
import { MonthGrid } from './month-grid';
import { Totals } from './totals';
import { useMonth, type MonthShown } from './use-month';
import './month-desk.scss';

/** The caller's own months. A day can be asked for from outside: { date: '2026-11-20' }. */
export function MonthDesk() {
  const [openDate, setOpenDate] = useState<string | null>(null);
  const shown = useMonth();
  const { view, trouble, turnTo } = shown;

  useDidShow(() => {
    const { date } = takeParams(MONTH);
    if (date === undefined) return void shown.reload();
    setOpenDate(date);
    void turnTo(date.slice(0, 7));
  });

  if (trouble !== null && (view === null || trouble.kind === 'refused'))
    return (
      <ErrorState
        id="month-trouble"
        trouble={trouble}
        safe="考勤记录都在服务器上，不会丢。"
        onRetry={() => void shown.reload()}
      />
    );
  if (view === null) return <MonthBones />;

  const turnAway = (month: string) => {
    setOpenDate(null);
    void turnTo(month);
  };
  const openDay = view.days.find(({ date }) => date === openDate) ?? null;
  return (
    <View className="month">
      <View className="month__columns">
        <View>
          <MonthBar view={view} onTurn={turnAway} />
          <OfflineNotice shown={shown} />
          <View className={shown.fresh || trouble !== null ? '' : 'month--coming'}>
            <Panel>
              <Totals totals={view.totals} />
            </Panel>
            <Panel>
              {view.days.length === 0 ? (
                <EmptyState title="这个月还没有排班" text="排好班以后，每天的结果会在这里。" />
              ) : (
                <MonthGrid view={view} openDate={openDate} onOpen={({ date }) => setOpenDate(date)} />
              )}
              <Legend days={view.days} />
            </Panel>
          </View>
        </View>
        <BesideGrid day={openDay ?? view.days.find(({ date }) => date === view.today) ?? null} />
      </View>
      {openDay !== null && (
        <View className="month__sheet">
          <Sheet id="day-sheet" title={dayTitle(openDay)} onClose={() => setOpenDate(null)}>
            <DayDetail within="day-sheet" day={openDay} />
          </Sheet>
        </View>
      )}
    </View>
  );
}

/** In a wide window a day opens beside the month instead of over it. */
const BesideGrid = ({ day }: { readonly day: DayView | null }) => (
  <View className="month__beside">
    {day !== null && (
      <Panel id="day-beside" title={dayTitle(day)}>
        <DayDetail within="day-beside" day={day} />
      </Panel>
    )}
  </View>
);

const dayTitle = ({ date }: DayView) => dayWithWeekday(date);

function OfflineNotice({ shown: { trouble, reload } }: { readonly shown: MonthShown }) {
  if (trouble === null) return null;
  const fault = trouble.kind === 'fault' ? [`编号 ${trouble.faultId}`] : [];
  return (
    <View id="offline">
      <Notice
        mark={<Icon name="cloud-off" />}
        text={`${troubleSentence(trouble).text}，下面是上次看到的`}
        more={fault}
      >
        <Button id="retry" look="compact" onTap={() => void reload()}>
          再试一次
        </Button>
      </Notice>
    </View>
  );
}
