import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { OvertimeChoice } from '@domain/schedule/rule';
import { openOvertimeOf } from '@/navigation/rule-links';
import { newId } from '@/phone/new-id';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { ChoiceField, PickField } from './fields';
import { usersText } from './item-words';
import { overtimeExample } from './overtime-example';
import type { SectionProps } from './rule-editor';

const BY = [
  ['none', '不计加班'],
  ['rule', '统一设置'],
  ['shift', '按班次'],
] as const;

const SENTENCES: Readonly<Record<OvertimeChoice['by'], string>> = {
  none: '这条规则的人不计加班。',
  rule: '所有班次都用同一条加班规则。',
  shift: '以班次里选的加班规则为准。',
};

/** 加班规则 of a rule: none, one for all, or the shifts' own; opened from here, its other users are named there. */
export function OvertimeSection({ value, loaded: { desk }, problem, write }: SectionProps) {
  const { params } = useRouter();
  const ruleId = decodeURIComponent(params.id ?? '');
  const choice = value.overtime ?? { by: 'none' };
  const offered = desk.overtimeRules.filter(({ stopped }) => stopped !== true);
  const chosen = choice.by === 'rule' ? choice.overtimeRuleId : '';
  const rule = desk.overtimeRules.find(({ id }) => id === chosen);
  const others = (desk.users[`overtime:${chosen}`] ?? []).filter(({ id }) => id !== ruleId);
  return (
    <Panel title="加班规则">
      <ChoiceField
        id="rule-overtime"
        label="怎么算加班"
        sentence={SENTENCES[choice.by]}
        problem={problem('overtime')}
        value={choice.by}
        choices={BY}
        onChange={(by) =>
          write({
            overtime: by === 'rule' ? { by, overtimeRuleId: offered[0]?.id ?? '' } : { by },
          })
        }
      />
      {choice.by === 'rule' && (
        <PickField
          id="rule-overtime-which"
          label="加班规则"
          sentence={
            offered.length === 0
              ? '还没有加班规则，先新建一条。'
              : others.length > 0
                ? `${usersText(others)} 也在用它。`
                : '只有这条规则在用它。'
          }
          example={rule === undefined ? undefined : overtimeExample(rule, 'workday')}
          value={chosen}
          options={offered}
          empty="选择"
          onChange={(overtimeRuleId) => write({ overtime: { by: 'rule', overtimeRuleId } })}
        />
      )}
      {choice.by !== 'none' && (
        <View className="field__add">
          {rule !== undefined && (
            <Button
              id="rule-overtime-open"
              look="compact"
              onTap={() => void openOvertimeOf(rule.id, ruleId, false)}
            >
              查看或修改
            </Button>
          )}
          <Button id="rule-overtime-new" look="text" onTap={() => void openOvertimeOf(newId(), ruleId, true)}>
            新建加班规则
          </Button>
        </View>
      )}
    </Panel>
  );
}
