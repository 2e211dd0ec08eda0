import { Text, View } from '@tarojs/components';
import type { MonthOpenItems } from '@contract/contract';
import { ask } from '@/cloud/ask';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import { ChangesPanel } from './changes-panel';
import { ClosingButtons } from './closing-buttons';
import { ClosingLog, ClosingProgress } from './closing-log';
import { OpenItemsPanel } from './open-items-panel';
import { useMonths } from './use-months';
import { usePages } from './use-pages';
import './months.scss';

const added = (one: MonthOpenItems, other: MonthOpenItems): MonthOpenItems => ({
  people: one.people + other.people,
  lockedPeople: one.lockedPeople + other.lockedPeople,
  unjudgedDays: one.unjudgedDays + other.unjudgedDays,
  missing: [...one.missing, ...other.missing],
  pending: [...one.pending, ...other.pending],
  next: other.next,
});

/** 月度结账: what is still open, locking for a branch or the company, opening again with a reason, what changed since. */
export function MonthsDesk() {
  const months = useMonths();
  const { desk, trouble, chosen, running, stuck, turnTo } = months;
  const month = desk?.month ?? '';
  // Looked at anew when a run has ended, not while it moves.
  const version = (desk?.log ?? []).map(({ closingId, state }) => `${closingId} ${state}`).join();
  const items = usePages<MonthOpenItems>(
    `${month} ${chosen ?? ''} ${version}`,
    async (after) =>
      month === ''
        ? { kind: 'done', value: { ...NOTHING } }
        : ask('month.openItems', { month, branchId: chosen, after }),
    added,
  );
  if (trouble !== null && desk === null)
    return (
      <ErrorState
        id="months-trouble"
        trouble={trouble}
        safe="考勤记录都在服务器上，不会丢。"
        onRetry={() => void turnTo(null)}
      />
    );
  if (desk === null) return <Bones />;
  const isReopened = desk.log.some(({ kind }) => kind === 'reopen');
  return (
    <View className="months">
      <View className="months__turn">
        <Button id="month-previous" look="text" onTap={() => void turnTo(desk.previousMonth)}>
          <Icon name="back" />
        </Button>
        <Text id="month-title" className="months__head">
          {desk.title}
        </Text>
        <Button
          id="month-next"
          look="text"
          asleep={desk.nextMonth === null}
          onTap={() => void turnTo(desk.nextMonth)}
        >
          <Icon name="next" />
        </Button>
      </View>
      {desk.scopes.length > 1 && (
        <View className="months__scopes">
          {desk.scopes.map(({ branchId, name }) => (
            <View
              key={branchId ?? 'all'}
              id={`scope-${branchId ?? 'all'}`}
              className={`months__scope${branchId === chosen ? ' months__scope--chosen' : ''}`}
              onClick={() => months.choose(branchId)}
            >
              <Text>{name}</Text>
            </View>
          ))}
        </View>
      )}
      {running !== null && <ClosingProgress closing={running} />}
      {stuck !== null && (
        <Notice id="month-stuck" mark={<StatusMark tone="absent" />} text={troubleSentence(stuck).text} />
      )}
      {items.trouble !== null ? (
        <Notice mark={<StatusMark tone="absent" />} text={troubleSentence(items.trouble).text}>
          <Button look="compact" onTap={items.again}>
            再试一次
          </Button>
        </Notice>
      ) : (
        items.whole !== null && <OpenItemsPanel month={month} items={items.whole} isDone={items.isDone} />
      )}
      <ClosingButtons months={months} items={items.isDone ? items.whole : null} />
      {isReopened && <ChangesPanel month={month} branchId={chosen} version={version} />}
      <ClosingLog log={desk.log} />
    </View>
  );
}

const NOTHING: MonthOpenItems = {
  people: 0,
  lockedPeople: 0,
  unjudgedDays: 0,
  missing: [],
  pending: [],
  next: null,
};

const Bones = () => (
  <Panel id="months-loading">
    {[50, 80, 60].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
