import { Picker, Text, View } from '@tarojs/components';
import type { RosterDesk as Desk } from '@contract/contract';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { openRules } from '@/navigation/rule-links';
import { useState } from 'react';
import { PaintDesk } from './paint-desk';
import { TableSheet } from './table-sheet';
import { useRoster } from './use-roster';
import './roster.scss';

/** 排班: the month grid of one roster rule. */
export function RosterDesk() {
  const roster = useRoster();
  const { grid, trouble } = roster;
  const [tables, setTables] = useState(false);
  if (trouble !== null && grid === null)
    return (
      <ErrorState
        id="roster-trouble"
        trouble={trouble}
        safe="已经保存的排班都在服务器上；还没送出的改动留在手机上。"
        onRetry={() => void roster.reload()}
      />
    );
  if (grid === null || roster.state === null) return <Bones />;
  const { desk } = grid;
  return (
    <View className="roster">
      <View className="roster__turn">
        <Button id="roster-previous" look="text" onTap={() => void roster.turnTo(desk.previousMonth)}>
          <Icon name="back" />
        </Button>
        <Text id="roster-title" className="roster__title">
          {desk.title}
        </Text>
        <Button id="roster-next" look="text" onTap={() => void roster.turnTo(desk.nextMonth)}>
          <Icon name="next" />
        </Button>
      </View>
      {desk.ruleId !== null && (
        <Button id="roster-tables" look="text" onTap={() => setTables(true)}>
          导入 / 导出
        </Button>
      )}
      <RuleChoice desk={desk} onChoose={(ruleId) => void roster.choose(ruleId)} />
      {desk.ruleId === null ? (
        <EmptyState title="还没有排班制的规则" text="先在考勤规则里建一条“排班制”规则，选好班次和人员。">
          <Button id="roster-rules" look="compact" onTap={() => void openRules()}>
            去建规则
          </Button>
        </EmptyState>
      ) : desk.people.length === 0 && desk.next === null ? (
        <EmptyState title="这条规则这个月没有人" text="在规则的适用范围里加上人员或部门，这里就能排班。" />
      ) : (
        <PaintDesk key={`${desk.month} ${desk.ruleId}`} {...roster} grid={grid} state={roster.state} />
      )}
      {tables && (
        <TableSheet
          desk={desk}
          onClose={(changed) => {
            setTables(false);
            if (changed) void roster.reload();
          }}
        />
      )}
    </View>
  );
}

interface RuleChoiceProps {
  readonly desk: Desk;
  readonly onChoose: (ruleId: string) => void;
}

function RuleChoice({ desk: { rules, ruleId, scopeText }, onChoose }: RuleChoiceProps) {
  const at = Math.max(
    0,
    rules.findIndex(({ id }) => id === ruleId),
  );
  const name = rules[at]?.name ?? '';
  if (rules.length < 2)
    return <Text className="roster__quiet">{[scopeText, name].filter(Boolean).join(' · ')}</Text>;
  return (
    <Picker
      mode="selector"
      range={rules.map((rule) => rule.name)}
      value={at}
      onChange={(event) => onChoose(rules[Number(event.detail.value)]?.id ?? '')}
    >
      <Text id="roster-rule" className="roster__quiet">{`${scopeText} · ${name}（点这里换规则）`}</Text>
    </Picker>
  );
}

const Bones = () => (
  <Panel id="roster-loading">
    {[60, 100, 100, 100].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
