import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { PersonReport } from '@contract/contract';
import { useCallback, useEffect, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { DayDetail } from '@/features/month/day-detail';
import { openBalances, personLinkOf } from '@/navigation/report-links';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Panel } from '@/ui/panel';
import { Sheet } from '@/ui/sheet';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { dayWithWeekday } from '@/wording/times';
import { NumberChips } from './number-chips';
import './reports.scss';

/** The days behind one person's numbers; each opens into cards, verdict and reasons. */
export function PersonDesk() {
  const link = personLinkOf(useRouter().params);
  const [view, setView] = useState<PersonReport | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [column, setColumn] = useState<string | null>(link?.column ?? null);
  const [openDate, setOpenDate] = useState<string | null>(link?.date ?? null);
  const employmentId = link?.employmentId ?? '';
  const month = link?.month ?? '';
  const load = useCallback(async () => {
    const outcome = await ask('report.person', { employmentId, month });
    setTrouble(outcome.kind === 'done' ? null : outcome);
    if (outcome.kind === 'done') setView(outcome.value);
  }, [employmentId, month]);
  useEffect(() => void load(), [load]);

  if (link === null) return <EmptyState title="这个链接不完整" text="请从报表里再点一次。" />;
  if (trouble !== null && view === null)
    return (
      <ErrorState
        id="person-trouble"
        trouble={trouble}
        safe="考勤记录都在服务器上，不会丢。"
        onRetry={() => void load()}
      />
    );
  if (view === null) return <Bones />;
  const days = view.days.filter(({ counts }) =>
    column === null ? counts.length > 0 : (counts as string[]).includes(column),
  );
  const openDay = view.days.find(({ date }) => date === openDate) ?? null;
  return (
    <View className="reports">
      <Panel id="person-head" title={`${view.name} · ${view.title}`}>
        <Text className="reports__quiet">{view.departmentName}</Text>
        <NumberChips
          cells={view.cells.filter(({ tone }) => tone !== 'none')}
          chosen={column}
          onChoose={(next) => setColumn(next === column ? null : next)}
        />
        {view.mayGrant && (
          <Button id="person-balances" look="text" onTap={() => void openBalances(employmentId)}>
            假期余额
          </Button>
        )}
      </Panel>
      <Panel id="person-days">
        {days.length === 0 && <Text className="reports__quiet">没有这样的日子。</Text>}
        {days.map(({ date, tone, word, planText }) => (
          <View
            key={date}
            id={`day-${date}`}
            className="reports__line"
            hoverClass="reports__line--pressed"
            onClick={() => setOpenDate(date)}
          >
            <View className="reports__words">
              <Text className="reports__name">{dayWithWeekday(date)}</Text>
              <Text className="reports__quiet">{planText}</Text>
            </View>
            <StatusMark tone={tone} word={word} />
          </View>
        ))}
      </Panel>
      {openDay !== null && (
        <Sheet id="person-day" title={dayWithWeekday(openDay.date)} onClose={() => setOpenDate(null)}>
          <DayDetail within="person-day" day={openDay} own={false} />
        </Sheet>
      )}
    </View>
  );
}

const Bones = () => (
  <Panel id="person-loading">
    {[50, 80, 70].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
