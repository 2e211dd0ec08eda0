import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import type { LeavesValue } from '@contract/company-values';
import { type OfferedLeave, unitsText } from '@domain/attendance/request-types';
import { newId } from '@/phone/new-id';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { ChoiceField, Field, SwitchField, TextField } from './fields';
import { ItemFrame } from './item-frame';
import { Line } from './list-line';
import { loadFromDesk } from './load-from-desk';
import { NumberField } from './number-field';
import { problemAt } from './section-problems';
import { useEffectOf } from './use-effect-of';
import { useItem } from './use-item';

const UNITS = [
  ['day', '天'],
  ['halfDay', '半天'],
  ['hour', '小时'],
  ['minute', '分钟'],
] as const;

const DAYS = [
  ['working', '工作日'],
  ['natural', '自然日'],
] as const;

/** 假期类型: what can be asked for, in which units; one that is in use can be stopped and never goes. */
export function LeavesEditor() {
  const load = useCallback(
    () =>
      loadFromDesk<LeavesValue>(
        ({ leaveTypes }) => ({ types: leaveTypes }),
        null,
        ({ mayEditCompany }) => mayEditCompany,
      ),
    [],
  );
  const item = useItem<LeavesValue>('leaves', 'company', load);
  const { value } = item;
  const effect = useEffectOf(
    value === null || item.loaded?.mayEdit !== true ? null : { kind: 'leaves', id: 'company', value },
  );
  return (
    <ItemFrame item={item} effect={effect}>
      {({ types }, { desk }) => {
        const put = (next: readonly OfferedLeave[]) => item.write({ types: next });
        return (
          <>
            {types.map((type, at) => (
              <LeavePanel
                key={type.id}
                at={at}
                type={type}
                once={desk.onceUsed.includes(`leaves:${type.id}`)}
                problem={(field) => problemAt(effect, `types[${at}].${field}`)}
                onChange={(next) =>
                  put(types.flatMap((one, i) => (i !== at ? [one] : next === null ? [] : [next])))
                }
              />
            ))}
            <View className="field__add">
              <Button id="leave-add" look="compact" onTap={() => put([...types, newLeave(newId())])}>
                加一种假期
              </Button>
            </View>
          </>
        );
      }}
    </ItemFrame>
  );
}

const newLeave = (id: string): OfferedLeave => ({
  id,
  name: '新的假期',
  unit: 'day',
  minimumUnits: 1,
  days: 'working',
  hasBalance: false,
  paid: true,
});

interface LeavePanelProps {
  readonly at: number;
  readonly type: OfferedLeave;
  /** It was offered before: it can be stopped, not taken out. */
  readonly once: boolean;
  readonly problem: (field: string) => string | undefined;
  /** null takes it out. */
  readonly onChange: (type: OfferedLeave | null) => void;
}

/** One kind of leave: a line, and its fields once it is opened. */
function LeavePanel({ at, type, once, problem, onChange }: LeavePanelProps) {
  const { name, unit, minimumUnits, days, hasBalance, paid, mayOverdraw, stopped } = type;
  const [open, setOpen] = useState(!once);
  const id = `leave-${at}`;
  const put = (change: Partial<OfferedLeave>) => onChange({ ...type, ...change });
  if (stopped === true)
    return (
      <Panel id={id} title={`${name}（已停用）`}>
        <SwitchField
          id={`${id}-stopped`}
          label="在用"
          sentence="现在没有人能申请；批准过的仍然有效。"
          on={false}
          onChange={() => put({ stopped: false })}
        />
      </Panel>
    );
  if (!open)
    return (
      <Panel id={id}>
        <Line id={`${id}-open`} name={name} more={summaryOf(type)} onTap={() => setOpen(true)} />
      </Panel>
    );
  return (
    <Panel id={id} title={name}>
      <TextField
        id={`${id}-name`}
        label="名称"
        placeholder="例如：育儿假"
        problem={problem('name')}
        value={name}
        onChange={(next) => put({ name: next })}
      />
      {once ? (
        <Field
          id={`${id}-unit`}
          label="单位"
          sentence="余额和申请都按它记着，不能改。"
          problem={problem('unit')}
        >
          <Text>{wordOf(UNITS, unit)}</Text>
        </Field>
      ) : (
        <ChoiceField
          id={`${id}-unit`}
          label="单位"
          sentence="按它申请和记余额；发布后不能改。"
          problem={problem('unit')}
          value={unit}
          choices={UNITS}
          onChange={(next) => put({ unit: next })}
        />
      )}
      <NumberField
        id={`${id}-minimum`}
        label="一次至少"
        sentence="单位的个数。"
        example={`一次至少 ${unitsText(unit, minimumUnits)}`}
        problem={problem('minimumUnits')}
        value={minimumUnits}
        onChange={(next) => put({ minimumUnits: next })}
      />
      <ChoiceField
        id={`${id}-days`}
        label="怎么数天"
        sentence={days === 'working' ? '中间的休息日不算。' : '中间的休息日也算。'}
        value={days}
        choices={DAYS}
        onChange={(next) => put({ days: next })}
      />
      <SwitchField
        id={`${id}-paid`}
        label="带薪"
        sentence="员工申请时能看到。"
        on={paid}
        onChange={(next) => put({ paid: next })}
      />
      <SwitchField
        id={`${id}-balance`}
        label="有余额"
        sentence="开启后，要先给员工发放额度；申请中的先冻结，批准后扣除。"
        on={hasBalance}
        onChange={(next) => put({ hasBalance: next })}
      />
      {hasBalance && (
        <SwitchField
          id={`${id}-overdraw`}
          label="余额不够也能请"
          sentence="开启后，余额可以变成负数。"
          on={mayOverdraw === true}
          onChange={(next) => put({ mayOverdraw: next })}
        />
      )}
      <View className="field__add">
        <Button id={`${id}-stop`} look="text" onTap={() => (once ? put({ stopped: true }) : onChange(null))}>
          {once ? '停用' : '去掉'}
        </Button>
      </View>
    </Panel>
  );
}

const wordOf = <Key extends string>(words: readonly (readonly [Key, string])[], key: Key): string =>
  words.find(([one]) => one === key)?.[1] ?? '';

/** '一次至少 0.5 天 · 工作日 · 带薪 · 有余额' */
const summaryOf = ({ unit, minimumUnits, days, paid, hasBalance }: OfferedLeave): string =>
  [
    `一次至少 ${unitsText(unit, minimumUnits)}`,
    wordOf(DAYS, days),
    paid ? '带薪' : '不带薪',
    hasBalance ? '有余额' : '不限额度',
  ].join(' · ');
