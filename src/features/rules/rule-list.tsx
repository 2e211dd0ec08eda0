import { Input, Text, View } from '@tarojs/components';
import type { RuleDesk } from '@contract/contract';
import { clockText } from '@domain/time/work-minute';
import { type ReactNode, useState } from 'react';
import { openEditor, openRulePreview, openRuleSettings } from '@/navigation/rule-links';
import { newId } from '@/phone/new-id';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { BatchRadius } from './batch-radius';
import { keepsRules } from './load-from-desk';
import { useRuleDesk } from './use-rule-desk';
import './rule-list.scss';

/** 考勤规则: rules, shifts and places with search; what is changed but not published stands at the bottom. */
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
  const nothing = rules.length + shifts.length + places.length === 0;
  return (
    <View className="rule-list">
      <Running desk={desk} />
      <Input
        id="rule-query"
        className="rule-list__query"
        placeholder="查找规则、班次、地点"
        placeholderClass="rule-list__placeholder"
        maxlength={30}
        value={typed}
        onInput={(event) => setTyped(event.detail.value)}
      />
      {nothing && query !== '' && (
        <EmptyState id="rules-not-found" title={`没有找到“${query}”`} text="换个字试试，或新建一条。" />
      )}
      <View className="rule-list__columns">
        <RulesPanel desk={desk} rules={rules} searching={query !== ''} />
        <View className="rule-list__side">
          <ShiftsPanel desk={desk} shifts={shifts} />
          <PlacesPanel desk={desk} places={places} onSaved={() => void reload()} />
          {desk.mayEditCompany && (
            <Panel>
              <Line
                id="rule-settings"
                name="基础设置"
                more="旷工总开关、分权、判定方式"
                onTap={() => void openRuleSettings()}
              />
            </Panel>
          )}
        </View>
      </View>
      <DraftBar desk={desk} />
    </View>
  );
}

const STATE_WORDS = { published: '', changed: '有修改未发布', new: '新建未发布' } as const;

interface RulesPanelProps {
  readonly desk: RuleDesk;
  readonly rules: RuleDesk['rules'];
  readonly searching: boolean;
}

const RulesPanel = ({ desk, rules, searching }: RulesPanelProps) => (
  <Panel id="rules-panel" title={`规则（${rules.length}）`}>
    {rules.map(({ id, name, systemText, scopeText, branchName, state, effectiveText }) => (
      <Line
        key={id}
        id={`rule-${id}`}
        name={name}
        more={[systemText, scopeText, desk.branchesKeepRules ? (branchName ?? '总部') : null, effectiveText]
          .filter(Boolean)
          .join(' · ')}
        mark={STATE_WORDS[state]}
        onTap={() => void openEditor('rule', id, false)}
      />
    ))}
    {desk.rules.length === 0 && !searching && (
      <Text className="rule-list__quiet">还没有规则。先建班次，再建一条规则，选好适用的部门。</Text>
    )}
    {keepsRules(desk) && (
      <View className="rule-list__buttons">
        <Button id="rule-new" look="compact" onTap={() => void openEditor('rule', newId(), true)}>
          新建规则
        </Button>
      </View>
    )}
  </Panel>
);

const shiftText = (shift: RuleDesk['shifts'][number]): string =>
  shift.kind === 'fixed'
    ? shift.segments.map((segment) => `${clockText(segment.in)}–${clockText(segment.out)}`).join('、')
    : `${clockText(shift.earliestIn)}–${clockText(shift.latestIn)} 之间到，弹性时间`;

const ShiftsPanel = ({ desk, shifts }: { readonly desk: RuleDesk; readonly shifts: RuleDesk['shifts'] }) => (
  <Panel id="shifts-panel" title={`班次（${shifts.length}）`}>
    {shifts.map((shift) => (
      <Line
        key={shift.id}
        id={`shift-${shift.id}`}
        name={shift.name}
        more={shiftText(shift)}
        mark={draftMark(desk, 'shift', shift.id)}
        onTap={() => void openEditor('shift', shift.id, false)}
      />
    ))}
    {keepsRules(desk) && (
      <View className="rule-list__buttons">
        <Button id="shift-new" look="compact" onTap={() => void openEditor('shift', newId(), true)}>
          新建班次
        </Button>
      </View>
    )}
  </Panel>
);

interface PlacesPanelProps {
  readonly desk: RuleDesk;
  readonly places: RuleDesk['places'];
  readonly onSaved: () => void;
}

const PlacesPanel = ({ desk, places, onSaved }: PlacesPanelProps) => (
  <Panel id="places-panel" title={`考勤地点（${places.length}）`}>
    {places.map(({ id, name, radiusMeters }) => (
      <Line
        key={id}
        id={`place-${id}`}
        name={name}
        more={radiusMeters === null ? '不限范围' : `${radiusMeters} 米以内`}
        mark={draftMark(desk, 'place', id)}
        onTap={() => void openEditor('place', id, false)}
      />
    ))}
    {keepsRules(desk) && (
      <View className="rule-list__buttons">
        <Button id="place-new" look="compact" onTap={() => void openEditor('place', newId(), true)}>
          新建地点
        </Button>
        {places.length > 1 && <BatchRadius desk={desk} places={places} onSaved={onSaved} />}
      </View>
    )}
  </Panel>
);

const draftMark = ({ items }: RuleDesk, kind: string, id: string): string =>
  items.some((item) => item.kind === kind && item.id === id && item.isDraft) ? '有修改未发布' : '';

interface LineProps {
  readonly id: string;
  readonly name: string;
  readonly more: string;
  readonly mark?: string;
  readonly onTap: () => void;
}

const Line = ({ id, name, more, mark = '', onTap }: LineProps) => (
  <View id={id} className="rule-list__line" hoverClass="rule-list__line--pressed" onClick={onTap}>
    <View className="rule-list__words">
      <Text className="rule-list__name">{name}</Text>
      <Text className="rule-list__quiet">{more}</Text>
      {mark !== '' && <Text className="rule-list__mark">{mark}</Text>}
    </View>
    <Icon name="next" />
  </View>
);

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
