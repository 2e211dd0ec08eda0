import { useRouter } from '@tarojs/taro';
import type { RuleValue } from '@contract/rule-values';
import { shiftIdsOf } from '@domain/schedule/validate-rule';
import { useCallback, useMemo } from 'react';
import { ask } from '@/cloud/ask';
import { Panel } from '@/ui/panel';
import { AbsenceSection } from './absence-section';
import { DateField, PickField, SwitchField, TextField } from './fields';
import { FlexSections } from './flex-sections';
import { ItemFrame } from './item-frame';
import { ruleExamples } from './rule-examples';
import { OvertimeSection } from './overtime-section';
import { OwnDaysSection } from './own-days-section';
import { ScopeSection } from './scope-section';
import { problemAt } from './section-problems';
import { firstRule, fromToday } from './new-items';
import { zonesWith } from './time-zones';
import { TimetableSection } from './timetable-section';
import { useEffectOf } from './use-effect-of';
import { type LoadedItem, type Loading, useItem } from './use-item';
import { ValiditySection } from './validity-section';
import { PlacesSection } from './places-section';

/** What a section of the rule gets: the rule as it is written, what it may choose from, and how to write. */
export interface SectionProps {
  readonly value: RuleValue;
  readonly loaded: LoadedItem<RuleValue>;
  readonly problem: (field: string) => string | undefined;
  readonly write: (change: Partial<RuleValue>) => void;
}

/** 规则编辑: the sections in the source's order, each setting with its sentence, an example, and what is wrong with it. */
export function RuleEditor() {
  const { params } = useRouter();
  const id = decodeURIComponent(params.id ?? '');
  const load = useCallback(() => loadRule(id, params.new === '1'), [id, params.new]);
  const item = useItem<RuleValue>('rule', id, load);
  const { value } = item;
  const effect = useEffectOf(
    value === null || item.loaded?.mayEdit !== true ? null : { kind: 'rule', id, value },
  );
  return (
    <ItemFrame item={item} effect={effect}>
      {(rule, loaded) => (
        <Sections
          value={rule}
          loaded={loaded}
          problem={(field) => problemAt(effect, field)}
          write={(change) => item.write({ ...rule, ...change })}
        />
      )}
    </ItemFrame>
  );
}

async function loadRule(id: string, isNew: boolean): Promise<Loading<RuleValue>> {
  const opened = await ask('rules.open', { ruleId: id });
  if (opened.kind === 'done') {
    const { rule, desk, mayEdit, names, isDraft } = opened.value;
    const { id: _id, version: _version, ...published } = rule;
    const value = isDraft ? published : fromToday(published, desk);
    return { kind: 'done', value: { desk, mayEdit, names, value } };
  }
  if (!isNew || opened.kind !== 'refused' || opened.refusal.code !== 'rules.unknown') return opened;
  const listed = await ask('rules.desk', {});
  if (listed.kind !== 'done') return listed;
  const desk = listed.value;
  const mayEdit = desk.mayEditCompany || desk.branchesKeepRules;
  return { kind: 'done', value: { desk, mayEdit, isNew: true, names: {}, value: firstRule(desk) } };
}

function Sections(section: SectionProps) {
  const { value, loaded, problem, write } = section;
  const { desk } = loaded;
  const shiftId = shiftIdsOf(value.timetable)[0];
  const shift = desk.shifts.find((one) => one.id === shiftId);
  const examples = useMemo(
    () => (shift === undefined ? {} : ruleExamples({ rule: value, shift, settings: desk.settings })),
    [value, shift, desk.settings],
  );
  const onRoster = value.timetable.system === 'roster';
  return (
    <>
      <Panel title="规则名称">
        <TextField
          id="rule-name"
          label="名称"
          sentence="只用于查找和管理。"
          placeholder="例如：研发弹性考勤"
          problem={problem('name')}
          value={value.name}
          onChange={(name) => write({ name })}
        />
        <DateField
          id="rule-from"
          label="生效日期"
          sentence="从这一天起按新内容判定；之前的日子仍按当时的规则，不会改变。"
          problem={problem('effectiveFrom')}
          value={value.effectiveFrom}
          onChange={(date) => write({ effectiveFrom: date as RuleValue['effectiveFrom'] })}
        />
      </Panel>
      <ScopeSection {...section} />
      {desk.branchesKeepRules && desk.ownBranchId === null && (
        <Panel title="所属机构">
          <PickField
            id="rule-branch"
            label="机构"
            sentence="分权开启时，由所属机构的人事维护；选总部则由总部维护。"
            value={value.branchId ?? 'company'}
            options={[{ id: 'company', name: '总部' }, ...desk.branches]}
            empty="总部"
            onChange={(chosen) => write({ branchId: chosen === 'company' ? null : chosen })}
          />
        </Panel>
      )}
      <TimetableSection {...section} example={examples.shift} />
      <Panel title="签退设置">
        <SwitchField
          id="rule-checkout"
          label="到下班时间变为签退"
          sentence={
            value.checkoutSetting === true
              ? '到下班时间还没签到，按钮自动变成签退；上班卡仍然缺着。'
              : '还没签到时，按钮一直是签到。'
          }
          example={examples.checkout}
          on={value.checkoutSetting === true}
          onChange={(checkoutSetting) => write({ checkoutSetting })}
        />
      </Panel>
      {value.mode === 'fixed' && !onRoster && <FlexSections {...section} examples={examples} />}
      <AbsenceSection {...section} examples={examples} />
      <OvertimeSection {...section} />
      <PlacesSection {...section} />
      <Panel title="考勤时区">
        <PickField
          id="rule-zone"
          label="时区"
          sentence="按这个地方的时间判定，与手机所在的时区无关；夏令时自动计算。"
          problem={problem('zone')}
          value={value.zone}
          options={zonesWith(value.zone)}
          empty={value.zone}
          onChange={(zone) => write({ zone })}
        />
      </Panel>
      <ValiditySection {...section} />
      <OwnDaysSection {...section} />
    </>
  );
}
