import { Input, Text, View } from '@tarojs/components';
import type { MonthOpenItems } from '@contract/contract';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { Sheet } from '@/ui/sheet';
import type { useMonths } from './use-months';

interface ClosingButtonsProps {
  readonly months: ReturnType<typeof useMonths>;
  /** null: not all of it was looked at yet. */
  readonly items: MonthOpenItems | null;
}

const SHORTEST_REASON = 2;

/** 结账 and 重新打开, each said once more before it happens. */
export function ClosingButtons({ months, items }: ClosingButtonsProps) {
  const { desk, running, sending, chosen } = months;
  const [asking, setAsking] = useState<'close' | 'reopen' | null>(null);
  const [reason, setReason] = useState('');
  if (desk === null) return null;
  const scope = desk.scopes.find(({ branchId }) => branchId === chosen)?.name ?? '';
  const isBusy = sending || running !== null || items === null;
  const openPeople = items === null ? 0 : items.people - items.lockedPeople;
  const leftOver = items === null ? 0 : items.missing.length + items.pending.length;
  const done = (isDone: boolean) => {
    if (!isDone) return;
    setAsking(null);
    setReason('');
  };
  return (
    <Panel id="month-buttons">
      {desk.lockableFromText !== null ? (
        <Text className="months__quiet">{`这个月还没有结束，${desk.lockableFromText}起可以结账。`}</Text>
      ) : (
        <Button
          id="month-close"
          look="primary"
          asleep={isBusy || openPeople === 0}
          onTap={() => setAsking('close')}
        >
          {items !== null && openPeople === 0 ? '已全部结账' : `结账：${scope}${desk.title}`}
        </Button>
      )}
      {(items?.lockedPeople ?? 0) > 0 && (
        <Button id="month-reopen" look="text" asleep={isBusy} onTap={() => setAsking('reopen')}>
          重新打开这个月
        </Button>
      )}
      {asking === 'close' && (
        <Sheet id="month-confirm" title={`结账：${scope}${desk.title}`} onClose={() => setAsking(null)}>
          <Text className="months__line">
            {`${openPeople} 人的考勤会按现在的样子封存，之后不再接受打卡、补卡和申请；规则和排班的修改也不再改变它。`}
          </Text>
          {leftOver > 0 && (
            <Text id="month-left-over" className="months__line">
              {`还有 ${leftOver} 项没有办完，会以现在的结果封存；以后要改，可以写明原因重新打开。`}
            </Text>
          )}
          <View className="months__apart">
            <Button
              id="month-close-now"
              look="primary"
              asleep={sending}
              onTap={() => void months.close().then(done)}
            >
              {sending ? '正在结账…' : leftOver > 0 ? '仍要结账' : '结账'}
            </Button>
          </View>
        </Sheet>
      )}
      {asking === 'reopen' && (
        <Sheet id="month-why" title={`重新打开：${scope}${desk.title}`} onClose={() => setAsking(null)}>
          <Text className="months__line">原因会留在记录里，打开以后改了哪些天也看得到。</Text>
          <Input
            id="reopen-reason"
            name="reason"
            className="months__input"
            placeholder="例如：补录 3 月的出差"
            placeholderClass="months__placeholder"
            maxlength={200}
            value={reason}
            onInput={(event) => setReason(event.detail.value)}
          />
          <Button
            id="month-reopen-now"
            look="primary"
            asleep={sending || reason.trim().length < SHORTEST_REASON}
            onTap={() => void months.reopen(reason.trim()).then(done)}
          >
            {sending ? '正在打开…' : '重新打开'}
          </Button>
        </Sheet>
      )}
    </Panel>
  );
}
