import { View } from '@tarojs/components';
import type { OvertimeDayRule, Recognition } from '@domain/schedule/overtime-rule';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { ChoiceField, Clock, Field, PickField, SwitchField } from './fields';
import { MinutesField } from './minutes-field';
import { NumberField } from './number-field';

const RECOGNITIONS: readonly {
  readonly id: Recognition;
  readonly name: string;
  readonly sentence: string;
}[] = [
  { id: 'approval', name: '以审批为准', sentence: '批准多久算多久，不看打卡。' },
  { id: 'punches', name: '以打卡为准', sentence: '不用申请，下班后打卡到几点就算到几点。' },
  {
    id: 'approvedWithinPunches',
    name: '审批时段内有打卡的部分',
    sentence: '批准的时段里，人也在的那一部分才算。',
  },
  {
    id: 'punchesUpToApproved',
    name: '打卡时长，不超过审批',
    sentence: '按打卡算，最多算到批准的时长。',
  },
];

const SETTLEMENTS = [
  ['pay', '加班费'],
  ['compLeave', '调休'],
  ['choice', '员工选'],
] as const;

interface OvertimeDayPanelProps {
  readonly id: string;
  readonly title: string;
  /** By law: 1.5, 2 or 3. */
  readonly usualMultiple: number;
  /** null: nothing on such days is overtime. */
  readonly day: OvertimeDayRule | null;
  readonly example: string | undefined;
  readonly problem: (field: string) => string | undefined;
  readonly onChange: (day: OvertimeDayRule | null) => void;
}

/** How overtime counts on one kind of day. */
export function OvertimeDayPanel(props: OvertimeDayPanelProps) {
  const { id, title, usualMultiple, day, example, problem, onChange } = props;
  return (
    <Panel title={title}>
      <SwitchField
        id={id}
        label="计算加班"
        sentence={day === null ? '这样的日子不计加班。' : '按下面的方式计算。'}
        example={example}
        on={day !== null}
        onChange={(on) =>
          onChange(on ? { recognise: 'punches', settle: 'pay', multiple: usualMultiple } : null)
        }
      />
      {day !== null && <DayFields id={id} day={day} problem={problem} onChange={onChange} />}
    </Panel>
  );
}

interface DayFieldsProps {
  readonly id: string;
  readonly day: OvertimeDayRule;
  readonly problem: (field: string) => string | undefined;
  readonly onChange: (day: OvertimeDayRule) => void;
}

function DayFields({ id, day, problem, onChange }: DayFieldsProps) {
  const put = (change: Partial<OvertimeDayRule>) => onChange({ ...day, ...change });
  const usesPunches = day.recognise !== 'approval';
  return (
    <>
      <PickField
        id={`${id}-recognise`}
        label="认定方式"
        sentence={RECOGNITIONS.find((one) => one.id === day.recognise)?.sentence ?? ''}
        value={day.recognise}
        options={RECOGNITIONS}
        empty="选择"
        onChange={(recognise) => put({ recognise: recognise as Recognition })}
      />
      {usesPunches && (
        <MinutesField
          id={`${id}-start`}
          label="起算"
          sentence="下班后过这么久才起算；0 表示从下班时间起算。"
          problem={problem('startAfterMinutes')}
          minutes={day.startAfterMinutes ?? 0}
          onChange={(startAfterMinutes) => put({ startAfterMinutes })}
        />
      )}
      <MinutesField
        id={`${id}-minimum`}
        label="最少"
        sentence="一天不满这么久不计。"
        problem={problem('minimumMinutes')}
        minutes={day.minimumMinutes ?? 1}
        onChange={(minimumMinutes) => put({ minimumMinutes })}
      />
      <MinutesField
        id={`${id}-step`}
        label="最小单位"
        sentence="时长按它向下取整；1 分钟表示按实际分钟。"
        problem={problem('stepMinutes')}
        minutes={day.stepMinutes ?? 1}
        onChange={(stepMinutes) => put({ stepMinutes })}
      />
      <MinutesField
        id={`${id}-maximum`}
        label="每天最多"
        sentence="0 表示不限。"
        problem={problem('dailyMaximumMinutes')}
        minutes={day.dailyMaximumMinutes ?? 0}
        onChange={(most) => put({ dailyMaximumMinutes: most === 0 ? null : most })}
      />
      <RestFields id={id} day={day} problem={problem} put={put} />
      <ChoiceField
        id={`${id}-settle`}
        label="怎么补偿"
        value={day.settle}
        choices={SETTLEMENTS}
        onChange={(settle) => put({ settle })}
      />
      <NumberField
        id={`${id}-multiple`}
        label="倍数"
        sentence="法定：工作日 1.5 倍、休息日 2 倍、法定节假日 3 倍。"
        problem={problem('multiple')}
        value={day.multiple}
        onChange={(multiple) => put({ multiple })}
      />
    </>
  );
}

interface RestFieldsProps extends Omit<DayFieldsProps, 'onChange'> {
  readonly put: (change: Partial<OvertimeDayRule>) => void;
}

/** Breaks that are no overtime: by the clock, or by how long it was. */
function RestFields({ id, day, problem, put }: RestFieldsProps) {
  const windows = day.restWindows ?? [];
  const byLength = day.restByLength ?? null;
  const putWindow = (at: number, change: Partial<(typeof windows)[number]>) =>
    put({ restWindows: windows.map((one, i) => (i === at ? { ...one, ...change } : one)) });
  return (
    <>
      {windows.map((window, at) => (
        <Field
          key={at}
          id={`${id}-rest-${at}`}
          label={`扣除的时段 ${at + 1}`}
          problem={problem(`restWindows[${at}]`)}
        >
          <Clock
            id={`${id}-rest-${at}-from`}
            minute={window.from}
            onChange={(from) => putWindow(at, { from })}
          />
          <Clock id={`${id}-rest-${at}-to`} minute={window.to} onChange={(to) => putWindow(at, { to })} />
          <Button
            id={`${id}-rest-${at}-drop`}
            look="text"
            onTap={() => put({ restWindows: windows.filter((_, i) => i !== at) })}
          >
            去掉
          </Button>
        </Field>
      ))}
      <View className="field__add">
        <Button
          id={`${id}-rest-add`}
          look="text"
          onTap={() => put({ restWindows: [...windows, { from: 1080, to: 1110 }] })}
        >
          加一段扣除的时段
        </Button>
      </View>
      <SwitchField
        id={`${id}-by-length`}
        label="按时长扣除休息"
        sentence="加班超过一定时间时，固定扣掉一段休息。"
        problem={problem('restByLength')}
        on={byLength !== null}
        onChange={(on) => put({ restByLength: on ? { overMinutes: 240, deductMinutes: 30 } : null })}
      />
      {byLength !== null && (
        <>
          <MinutesField
            id={`${id}-by-length-over`}
            label="超过"
            minutes={byLength.overMinutes}
            onChange={(overMinutes) => put({ restByLength: { ...byLength, overMinutes } })}
          />
          <MinutesField
            id={`${id}-by-length-deduct`}
            label="扣除"
            minutes={byLength.deductMinutes}
            onChange={(deductMinutes) => put({ restByLength: { ...byLength, deductMinutes } })}
          />
        </>
      )}
    </>
  );
}
