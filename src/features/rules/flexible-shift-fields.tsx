import type { ShiftValue } from '@contract/rule-values';
import { Panel } from '@/ui/panel';
import { Clock, Field } from './fields';
import { MinutesField } from './minutes-field';

type FlexibleValue = Extract<ShiftValue, { kind: 'flexible' }>;

interface FlexibleShiftFieldsProps {
  readonly shift: FlexibleValue;
  readonly problem: (field: string) => string | undefined;
  readonly write: (shift: ShiftValue) => void;
}

/** 弹性时间: so many minutes, begun between two times. */
export const FlexibleShiftFields = ({ shift, problem, write }: FlexibleShiftFieldsProps) => (
  <Panel title="弹性时间">
    <MinutesField
      id="shift-required"
      label="每日工时"
      sentence="不含休息。"
      problem={problem('requiredMinutes')}
      minutes={shift.requiredMinutes}
      onChange={(requiredMinutes) => write({ ...shift, requiredMinutes })}
    />
    <Field
      id="shift-earliest"
      label="最早签到"
      sentence="更早到也从这时算起。"
      problem={problem('earliestIn')}
    >
      <Clock
        id="shift-earliest"
        minute={shift.earliestIn}
        onChange={(earliestIn) => write({ ...shift, earliestIn })}
      />
    </Field>
    <Field id="shift-latest" label="最迟签到" sentence="更晚到算迟到。" problem={problem('latestIn')}>
      <Clock
        id="shift-latest"
        minute={shift.latestIn}
        onChange={(latestIn) => write({ ...shift, latestIn })}
      />
    </Field>
  </Panel>
);
