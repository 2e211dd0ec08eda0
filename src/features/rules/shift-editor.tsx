import { useRouter } from '@tarojs/taro';
import type { ShiftValue } from '@contract/rule-values';
import { useCallback } from 'react';
import { Panel } from '@/ui/panel';
import { ChoiceField, DateField, TextField } from './fields';
import { FixedShiftFields } from './fixed-shift-fields';
import { FlexibleShiftFields } from './flexible-shift-fields';
import { ItemFrame } from './item-frame';
import { keepsRules, loadFromDesk } from './load-from-desk';
import { firstShift, fromToday } from './new-items';
import { RestsPanel } from './rests-panel';
import { problemAt } from './section-problems';
import { ShiftOvertime } from './shift-overtime';
import { shiftExample } from './shift-example';
import { useEffectOf } from './use-effect-of';
import { useItem } from './use-item';

const KINDS = [
  ['fixed', '固定时间'],
  ['flexible', '弹性时间'],
] as const;

/** 班次: segments, rests, windows; over midnight as 次日. */
export function ShiftEditor() {
  const { params } = useRouter();
  const id = decodeURIComponent(params.id ?? '');
  const isNew = params.new === '1';
  const load = useCallback(
    () =>
      loadFromDesk<ShiftValue>(
        (desk) => {
          const shift = desk.shifts.find((one) => one.id === id);
          if (shift === undefined) return null;
          const { id: _id, version: _version, ...value } = shift;
          const isDraft = desk.items.some((one) => one.kind === 'shift' && one.id === id && one.isDraft);
          return isDraft ? value : fromToday(value, desk);
        },
        isNew ? firstShift : null,
        keepsRules,
      ),
    [id, isNew],
  );
  const item = useItem<ShiftValue>('shift', id, load);
  const { value } = item;
  const effect = useEffectOf(
    value === null || item.loaded?.mayEdit !== true ? null : { kind: 'shift', id, value },
  );
  const problem = (field: string) => problemAt(effect, field);
  return (
    <ItemFrame item={item} effect={effect}>
      {(shift, loaded) => (
        <>
          <Panel title="班次">
            <TextField
              id="shift-name"
              label="名称"
              placeholder="例如：早班"
              problem={problem('name')}
              value={shift.name}
              onChange={(name) => item.write({ ...shift, name })}
            />
            <DateField
              id="shift-from"
              label="生效日期"
              sentence="从这一天起按新时间判定；之前的日子不会改变。"
              problem={problem('effectiveFrom')}
              value={shift.effectiveFrom}
              onChange={(date) =>
                item.write({ ...shift, effectiveFrom: date as ShiftValue['effectiveFrom'] })
              }
            />
            <ChoiceField
              id="shift-kind"
              label="打卡模式"
              example={shiftExample(shift)}
              value={shift.kind}
              choices={KINDS}
              onChange={(kind) => item.write(turnedInto(kind, shift))}
            />
          </Panel>
          {shift.kind === 'fixed' ? (
            <FixedShiftFields shift={shift} problem={problem} write={item.write} />
          ) : (
            <FlexibleShiftFields shift={shift} problem={problem} write={item.write} />
          )}
          <RestsPanel
            rests={shift.rests}
            problem={problem('rests')}
            onChange={(rests) => item.write({ ...shift, rests })}
          />
          <ShiftOvertime
            shift={shift}
            loaded={loaded}
            problem={problem('overtimeRuleId')}
            shiftId={id}
            write={item.write}
          />
        </>
      )}
    </ItemFrame>
  );
}

/** The other kind with what both have. */
function turnedInto(kind: ShiftValue['kind'], before: ShiftValue): ShiftValue {
  if (kind === before.kind) return before;
  const { name, effectiveFrom, rests } = before;
  return kind === 'fixed'
    ? { kind, name, effectiveFrom, rests, segments: [{ in: 540, out: 1080 }] }
    : { kind, name, effectiveFrom, rests, requiredMinutes: 480, earliestIn: 480, latestIn: 600 };
}
