import { View } from '@tarojs/components';
import type { ShiftValue } from '@contract/rule-values';
import { openOvertimeOf } from '@/navigation/rule-links';
import { newId } from '@/phone/new-id';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { PickField } from './fields';
import { overtimeExample } from './overtime-example';
import type { LoadedItem } from './use-item';

interface ShiftOvertimeProps {
  readonly shift: ShiftValue;
  readonly shiftId: string;
  readonly loaded: LoadedItem<ShiftValue>;
  readonly problem: string | undefined;
  readonly write: (shift: ShiftValue) => void;
}

const NONE = 'none';

/** 加班规则 of a shift: what rules that take overtime 按班次 go by. */
export function ShiftOvertime({ shift, shiftId, loaded: { desk }, problem, write }: ShiftOvertimeProps) {
  const chosen = desk.overtimeRules.find(({ id }) => id === shift.overtimeRuleId);
  const offered = desk.overtimeRules.filter(({ id, stopped }) => stopped !== true || id === chosen?.id);
  return (
    <Panel title="加班规则">
      <PickField
        id="shift-overtime"
        label="这个班次的加班"
        sentence="规则里选了“按班次”时用它。"
        example={chosen === undefined ? undefined : overtimeExample(chosen, 'workday')}
        problem={problem}
        value={shift.overtimeRuleId ?? NONE}
        options={[{ id: NONE, name: '不计加班' }, ...offered]}
        empty="不计加班"
        onChange={(id) => write({ ...shift, overtimeRuleId: id === NONE ? null : id })}
      />
      <View className="field__add">
        {chosen !== undefined && (
          <Button
            id="shift-overtime-open"
            look="compact"
            onTap={() => void openOvertimeOf(chosen.id, shiftId, false)}
          >
            查看或修改
          </Button>
        )}
        <Button id="shift-overtime-new" look="text" onTap={() => void openOvertimeOf(newId(), shiftId, true)}>
          新建加班规则
        </Button>
      </View>
    </Panel>
  );
}
