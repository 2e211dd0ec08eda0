import { Input, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import { useBalances } from './use-balances';
import './reports.scss';

/** 假期余额 of one person, for HR: what is left, where it came from, and giving more. */
export function BalancesDesk() {
  const { view, trouble, stuck, busy, give, reload } = useBalances();
  const [typeId, setTypeId] = useState<string | null>(null);
  const [amount, setAmount] = useState('');
  const [note, setNote] = useState('');
  if (trouble !== null && view === null)
    return (
      <ErrorState
        id="balances-trouble"
        trouble={trouble}
        safe="余额在服务器上，没有变化。"
        onRetry={() => void reload()}
      />
    );
  if (view === null) return <Bones />;
  const chosen = typeId ?? view.leaves[0]?.id ?? '';
  const number = Number(amount);
  const ready = amount.trim() !== '' && Number.isFinite(number) && number !== 0 && note.trim().length >= 2;
  const send = async () => {
    if (!(await give({ typeId: chosen, amount: number, note: note.trim() }))) return;
    setAmount('');
    setNote('');
  };
  return (
    <View className="reports">
      <Panel id="balances-left" title={view.name}>
        {view.leaves.map(({ id, name, freeText, detailText }) => (
          <View
            key={id}
            id={`balance-${id}`}
            className={`reports__balance${id === chosen ? ' reports__balance--chosen' : ''}`}
            onClick={() => setTypeId(id)}
          >
            <Text className="reports__name">{`${name} 还剩 ${freeText}`}</Text>
            <Text className="reports__quiet">{detailText}</Text>
          </View>
        ))}
      </Panel>
      <Panel title="发放或扣回（先点选上面的假期）">
        <Input
          id="grant-amount"
          name="amount"
          className="reports__input"
          placeholder="天数或小时数，例如 5 或 0.5；扣回写 -1"
          placeholderClass="reports__placeholder"
          value={amount}
          onInput={(event) => setAmount(event.detail.value)}
        />
        <Input
          id="grant-note"
          name="note"
          className="reports__input"
          placeholder="说明，员工会看到，例如 2026 年度"
          placeholderClass="reports__placeholder"
          maxlength={100}
          value={note}
          onInput={(event) => setNote(event.detail.value)}
        />
        <Button id="grant-send" look="primary" asleep={!ready || busy} onTap={() => void send()}>
          {busy ? '正在保存…' : '保存'}
        </Button>
      </Panel>
      {stuck !== null && (
        <Notice id="grant-stuck" mark={<StatusMark tone="missing" />} text={troubleSentence(stuck).text} />
      )}
      {view.grants.length > 0 && (
        <Panel id="balances-grants" title="发放记录">
          {view.grants.map((line) => (
            <Text key={line} className="reports__quiet">
              {line}
            </Text>
          ))}
        </Panel>
      )}
    </View>
  );
}

const Bones = () => (
  <Panel id="balances-loading">
    {[50, 70, 60].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
