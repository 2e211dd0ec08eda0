import { Input, Text, View } from '@tarojs/components';
import type { RuleDesk } from '@contract/contract';
import { type ReactNode, useState } from 'react';
import { openRulePreview } from '@/navigation/rule-links';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { CompanyPanel, OvertimePanel, PlacesPanel, RulesPanel, ShiftsPanel } from './list-panels';
import { useRuleDesk } from './use-rule-desk';
import './rule-list.scss';

/** 考勤规则: rules, shifts, places and overtime rules with search; what is changed but not published stands at the bottom. */
export function RuleList() {
  const { desk, trouble, reload } = useRuleDesk();
  const [typed, setTyped] = useState('');
  if (trouble !== null && desk === null)
    return (
      <ErrorState
        id="rules-trouble"
        trouble={trouble}
        safe="已发布的规则照常生效。"
        onRetry={() => void reload()}
      />
    );
  if (desk === null) return <Bones />;
  const query = typed.trim();
  const holds = (...texts: readonly (string | null)[]): boolean =>
    query === '' || texts.some((text) => text?.includes(query));
  const rules = desk.rules.filter(({ name, scopeText, branchName }) => holds(name, scopeText, branchName));
  const shifts = desk.shifts.filter(({ name }) => holds(name));
  const places = desk.places.filter(({ name }) => holds(name));
  const overtime = desk.overtimeRules.filter(({ name }) => holds(name));
  const nothing = rules.length + shifts.length + places.length + overtime.length === 0;
  return (
    <View className="rule-list">
      <Running desk={desk} />
      <Input
        id="rule-query"
        className="rule-list__query"
        placeholder="查找规则、班次、地点、加班规则"
        placeholderClass="rule-list__placeholder"
        maxlength={30}
        value={typed}
        onInput={(event) => setTyped(event.detail.value)}
      />
      {nothing && query !== '' && (
        <EmptyState id="rules-not-found" title={`没有找到“${query}”`} text="换个字试试，或新建一条。" />
      )}
      <View className="rule-list__columns">
        <View>
          <RulesPanel desk={desk} rules={rules} searching={query !== ''} />
          <OvertimePanel desk={desk} rules={overtime} />
        </View>
        <View>
          <ShiftsPanel desk={desk} shifts={shifts} />
          <PlacesPanel desk={desk} places={places} onSaved={() => void reload()} />
          {desk.mayEditCompany && query === '' && <CompanyPanel desk={desk} />}
        </View>
      </View>
      <DraftBar desk={desk} />
    </View>
  );
}

function Running({ desk: { running } }: { readonly desk: RuleDesk }) {
  if (running === null) return null;
  return (
    <Notice
      id="rules-running"
      mark={<Icon name="waiting" />}
      text={`正在重新判定：${running.donePeople} / ${running.totalPeople} 人`}
    >
      <Button look="compact" onTap={() => void openRulePreview()}>
        查看进度
      </Button>
    </Notice>
  );
}

function DraftBar({ desk: { items } }: { readonly desk: RuleDesk }): ReactNode {
  const drafts = items.filter(({ isDraft }) => isDraft);
  if (drafts.length === 0) return null;
  return (
    <View id="draft-bar" className="effect-bar">
      <Text className="effect-bar__text">{`${drafts.length} 处修改还没发布，发布前不影响任何人`}</Text>
      <Button id="drafts-look" look="compact" onTap={() => void openRulePreview()}>
        看影响并发布
      </Button>
    </View>
  );
}

const Bones = () => (
  <Panel id="rules-loading">
    {[40, 80, 60, 90].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
