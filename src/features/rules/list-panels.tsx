import { Text, View } from '@tarojs/components';
import type { RuleDesk } from '@contract/contract';
import { clockText } from '@domain/time/work-minute';
import { openImports } from '@/navigation/import-links';
import {
  openCalendarEditor,
  openCorrectionLimits,
  openEditor,
  openLeaveTypes,
  openRuleSettings,
} from '@/navigation/rule-links';
import { newId } from '@/phone/new-id';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { BatchRadius } from './batch-radius';
import { usersText } from './item-words';
import { Line } from './list-line';
import { keepsRules } from './load-from-desk';

const STATE_WORDS = { published: '', changed: '有修改未发布', new: '新建未发布' } as const;

interface RulesPanelProps {
  readonly desk: RuleDesk;
  readonly rules: RuleDesk['rules'];
  readonly searching: boolean;
}

/** 规则. */
export const RulesPanel = ({ desk, rules, searching }: RulesPanelProps) => (
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

/** 班次. */
export const ShiftsPanel = ({
  desk,
  shifts,
}: {
  readonly desk: RuleDesk;
  readonly shifts: RuleDesk['shifts'];
}) => (
  <Panel id="shifts-panel" title={`班次（${shifts.length}）`}>
    {shifts.map((shift) => (
      <Line
        key={shift.id}
        id={`shift-${shift.id}`}
        name={shift.name}
        more={withState(shiftText(shift), shift)}
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

/** 考勤地点, with one radius for those that are ticked. */
export function PlacesPanel({ desk, places, onSaved }: PlacesPanelProps) {
  const inUse = places.filter(({ stopped }) => stopped !== true);
  return (
    <Panel id="places-panel" title={`考勤地点（${places.length}）`}>
      {places.map(({ id, name, radiusMeters, stopped }) => (
        <Line
          key={id}
          id={`place-${id}`}
          name={name}
          more={withState(radiusMeters === null ? '不限范围' : `${radiusMeters} 米以内`, { stopped })}
          mark={draftMark(desk, 'place', id)}
          onTap={() => void openEditor('place', id, false)}
        />
      ))}
      {keepsRules(desk) && (
        <View className="rule-list__buttons">
          <Button id="place-new" look="compact" onTap={() => void openEditor('place', newId(), true)}>
            新建地点
          </Button>
          <Button id="places-import" look="compact" onTap={() => void openImports('places')}>
            导入导出
          </Button>
          {inUse.length > 1 && <BatchRadius desk={desk} places={inUse} onSaved={onSaved} />}
        </View>
      )}
    </Panel>
  );
}

const draftMark = ({ items }: RuleDesk, kind: string, id: string): string =>
  items.some((item) => item.kind === kind && item.id === id && item.isDraft) ? '有修改未发布' : '';

const withState = (text: string, { stopped }: { readonly stopped?: boolean | undefined }): string =>
  stopped === true ? `${text} · 已停用` : text;

interface OvertimePanelProps {
  readonly desk: RuleDesk;
  readonly rules: RuleDesk['overtimeRules'];
}

/** 加班规则, each with who uses it. */
export const OvertimePanel = ({ desk, rules }: OvertimePanelProps) => (
  <Panel id="overtime-panel" title={`加班规则（${rules.length}）`}>
    {rules.map((rule) => {
      const users = desk.users[`overtime:${rule.id}`] ?? [];
      return (
        <Line
          key={rule.id}
          id={`overtime-${rule.id}`}
          name={rule.name}
          more={withState(users.length === 0 ? '还没有规则用它' : usersText(users), rule)}
          mark={draftMark(desk, 'overtime', rule.id)}
          onTap={() => void openEditor('overtime', rule.id, false)}
        />
      );
    })}
    {keepsRules(desk) && (
      <View className="rule-list__buttons">
        <Button id="overtime-new" look="compact" onTap={() => void openEditor('overtime', newId(), true)}>
          新建加班规则
        </Button>
      </View>
    )}
  </Panel>
);

const COMPANY_LINES = [
  ['settings', 'rule-settings', '基础设置', '旷工总开关、分权、判定方式', openRuleSettings],
  ['specialDays', 'rule-calendar', '节假日与特殊日期', '法定安排、补班日、本公司的放假', openCalendarEditor],
  ['leaves', 'rule-leaves', '假期类型', '能请哪些假，单位和余额', openLeaveTypes],
  ['corrections', 'rule-corrections', '补卡限制', '每月次数、可补天数、截止日', openCorrectionLimits],
] as const;

/** What holds for the whole company. */
export const CompanyPanel = ({ desk }: { readonly desk: RuleDesk }) => (
  <Panel id="company-panel" title="全公司">
    {COMPANY_LINES.map(([kind, id, name, more, open]) => (
      <Line
        key={id}
        id={id}
        name={name}
        more={more}
        mark={draftMark(desk, kind, 'company')}
        onTap={() => void open()}
      />
    ))}
  </Panel>
);
