import { Text } from '@tarojs/components';
import type { AbsencePolicy, ThresholdAbsence } from '@domain/schedule/absence-policy';
import { Panel } from '@/ui/panel';
import { ChoiceField, SwitchField } from './fields';
import { MinutesField } from './minutes-field';
import type { RuleExamples } from './rule-examples';
import type { SectionProps } from './rule-editor';

const AMOUNTS = [
  ['wholeDay', '一天'],
  ['halfDay', '半天'],
  ['segment', '该时段'],
] as const;

const MISSING = [
  ['noInNoOut', '上下班都没打卡', 'wholeDay'],
  ['noIn', '没有上班卡', 'halfDay'],
  ['noOut', '没有下班卡', 'halfDay'],
] as const;

const OVER = [
  ['lateOver', '迟到超过', '迟到'],
  ['earlyOver', '早退超过', '早退'],
] as const;

type AbsenceProps = SectionProps & { readonly examples: RuleExamples };

/** 旷工: the five situations, each with its own switch; nothing counts while the master switch is off. */
export function AbsenceSection({ value, loaded, problem, write, examples }: AbsenceProps) {
  const masterOn = value.settings?.absenceOn ?? loaded.desk.settings.absenceOn ?? false;
  if (!masterOn)
    return (
      <Panel title="旷工">
        <Text id="absence-off" className="field__sentence">
          旷工统计没有开启。需要时在“基础设置”里打开总开关。
        </Text>
      </Panel>
    );
  const policy = value.absence ?? {};
  const put = (change: Partial<AbsencePolicy>) => write({ absence: { ...policy, ...change } });
  return (
    <Panel title="旷工">
      {MISSING.map(([field, label, usual]) => {
        const one = policy[field] ?? { on: field === 'noInNoOut' };
        const amount = one.amount ?? usual;
        return (
          <ChoiceOfAmount
            key={field}
            id={`absence-${field}`}
            label={label}
            example={examples[field]}
            on={one.on}
            amount={AMOUNTS.some(([key]) => key === amount) ? (amount as Amount) : usual}
            problem={problem(`absence.${field}`)}
            onSwitch={(on) => put({ [field]: { ...one, on } })}
            onAmount={(next) => put({ [field]: { ...one, amount: next } })}
          />
        );
      })}
      {OVER.map(([field, label, word]) => (
        <Threshold
          key={field}
          id={`absence-${field}`}
          label={label}
          word={word}
          example={examples[field]}
          problem={problem(`absence.${field}`)}
          value={policy[field] ?? null}
          onChange={(next) => put({ [field]: next })}
        />
      ))}
    </Panel>
  );
}

type Amount = (typeof AMOUNTS)[number][0];

interface ChoiceOfAmountProps {
  readonly id: string;
  readonly label: string;
  readonly example: string | undefined;
  readonly on: boolean;
  readonly amount: Amount;
  readonly problem: string | undefined;
  readonly onSwitch: (on: boolean) => void;
  readonly onAmount: (amount: Amount) => void;
}

const ChoiceOfAmount = ({ id, on, amount, onSwitch, onAmount, ...field }: ChoiceOfAmountProps) => (
  <>
    <SwitchField
      id={id}
      {...field}
      sentence={on ? '算旷工。' : '不算旷工，只记为少卡。'}
      on={on}
      onChange={onSwitch}
    />
    {on && (
      <ChoiceField id={`${id}-amount`} label="算多少" value={amount} choices={AMOUNTS} onChange={onAmount} />
    )}
  </>
);

interface ThresholdProps {
  readonly id: string;
  readonly label: string;
  readonly word: string;
  readonly example: string | undefined;
  readonly problem: string | undefined;
  readonly value: ThresholdAbsence | null;
  readonly onChange: (value: ThresholdAbsence) => void;
}

function Threshold({ id, label, word, example, problem, value, onChange }: ThresholdProps) {
  const { on, thresholdMinutes, unitMinutes } = value ?? {
    on: false,
    thresholdMinutes: 60,
    unitMinutes: null,
  };
  return (
    <>
      <SwitchField
        id={id}
        label={`${label}一定时间`}
        sentence={`超过起点后，这次${word}改算旷工，不再算${word}。`}
        example={example}
        problem={problem}
        on={on}
        onChange={(next) =>
          onChange({ on: next, thresholdMinutes, unitMinutes: next ? (unitMinutes ?? null) : null })
        }
      />
      {on && (
        <>
          <MinutesField
            id={`${id}-threshold`}
            label="起点"
            minutes={thresholdMinutes}
            onChange={(next) => onChange({ on, thresholdMinutes: next, unitMinutes: unitMinutes ?? null })}
          />
          <MinutesField
            id={`${id}-unit`}
            label="最小单位"
            sentence="旷工时长按它向上取整；0 表示按实际分钟。"
            minutes={unitMinutes ?? 0}
            onChange={(next) => onChange({ on, thresholdMinutes, unitMinutes: next === 0 ? null : next })}
          />
        </>
      )}
    </>
  );
}
