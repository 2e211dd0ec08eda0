import type { RuleValue } from '@contract/rule-values';
import { MAX_LATE_OUT_ROWS } from '@domain/schedule/flex';
import type { LateOutRow } from '@domain/schedule/flex';
import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { ChoiceField, SwitchField } from './fields';
import { MinutesField } from './minutes-field';
import type { RuleExamples } from './rule-examples';
import type { SectionProps } from './rule-editor';

const MODES = [
  ['fixed', '固定'],
  ['elastic', '弹性'],
] as const;

type FlexProps = SectionProps & { readonly examples: RuleExamples };

/** 允许迟到早退, 早到早走, 晚到晚走, 晚走晚到. */
export const FlexSections = (section: FlexProps) => (
  <>
    <Allowances {...section} />
    <EarlyIn {...section} />
    <LateIn {...section} />
    <LateOut {...section} />
  </>
);

const Allowances = ({ value, problem, write, examples }: FlexProps) => (
  <Panel title="人性化设置">
    <MinutesField
      id="allowed-late"
      label="允许迟到"
      sentence="这么多分钟以内不算迟到；超过就从上班时间算起。最多 120 分钟。"
      example={examples.allowedLate}
      problem={problem('allowedLateMinutes')}
      minutes={value.allowedLateMinutes ?? 0}
      onChange={(allowedLateMinutes) => write({ allowedLateMinutes })}
    />
    <MinutesField
      id="allowed-early"
      label="允许早退"
      sentence="这么多分钟以内不算早退。最多 120 分钟。"
      example={examples.allowedEarly}
      problem={problem('allowedEarlyMinutes')}
      minutes={value.allowedEarlyMinutes ?? 0}
      onChange={(allowedEarlyMinutes) => write({ allowedEarlyMinutes })}
    />
  </Panel>
);

function EarlyIn({ value, problem, write, examples }: FlexProps) {
  const policy = value.earlyInEarlyOut ?? null;
  const put = (earlyInEarlyOut: RuleValue['earlyInEarlyOut']) => write({ earlyInEarlyOut });
  return (
    <Panel title="早到早走">
      <SwitchField
        id="early-in"
        label="早到可以早走"
        sentence="早到的时间，下班可以相应早走。"
        example={examples.earlyIn}
        problem={problem('earlyInEarlyOut')}
        on={policy !== null}
        onChange={(on) => put(on ? { mode: 'fixed', earlyMinutes: 30, leaveMinutes: 30 } : null)}
      />
      {policy !== null && (
        <ChoiceField
          id="early-in-mode"
          label="方式"
          sentence={
            policy.mode === 'fixed' ? '早到满这么久，才能早走这么久。' : '早到多久，早走多久，最多到上限。'
          }
          value={policy.mode}
          choices={MODES}
          onChange={(mode) =>
            put(mode === 'fixed' ? { mode, earlyMinutes: 30, leaveMinutes: 30 } : { mode, capMinutes: 30 })
          }
        />
      )}
      {policy?.mode === 'fixed' && (
        <>
          <MinutesField
            id="early-in-early"
            label="早到满"
            minutes={policy.earlyMinutes}
            onChange={(earlyMinutes) => put({ ...policy, earlyMinutes })}
          />
          <MinutesField
            id="early-in-leave"
            label="可早走"
            minutes={policy.leaveMinutes}
            onChange={(leaveMinutes) => put({ ...policy, leaveMinutes })}
          />
        </>
      )}
      {policy?.mode === 'elastic' && (
        <MinutesField
          id="early-in-cap"
          label="上限"
          minutes={policy.capMinutes}
          onChange={(capMinutes) => put({ ...policy, capMinutes })}
        />
      )}
    </Panel>
  );
}

function LateIn({ value, problem, write, examples }: FlexProps) {
  const policy = value.lateInLateOut ?? null;
  const put = (lateInLateOut: RuleValue['lateInLateOut']) => write({ lateInLateOut });
  return (
    <Panel title="晚到晚走">
      <SwitchField
        id="late-in"
        label="晚到要晚走"
        sentence="晚到的时间，下班补上就不算迟到。"
        example={examples.lateIn}
        problem={problem('lateInLateOut')}
        on={policy !== null}
        onChange={(on) => put(on ? { mode: 'elastic', capMinutes: 30 } : null)}
      />
      {policy !== null && (
        <ChoiceField
          id="late-in-mode"
          label="方式"
          sentence={
            policy.mode === 'fixed'
              ? '晚到不超过这么久，都要晚走这么久。'
              : '晚到多久，晚走多久，最多到上限。'
          }
          value={policy.mode}
          choices={MODES}
          onChange={(mode) =>
            put(mode === 'fixed' ? { mode, lateMinutes: 30, stayMinutes: 30 } : { mode, capMinutes: 30 })
          }
        />
      )}
      {policy?.mode === 'fixed' && (
        <>
          <MinutesField
            id="late-in-late"
            label="晚到不超过"
            minutes={policy.lateMinutes}
            onChange={(lateMinutes) => put({ ...policy, lateMinutes })}
          />
          <MinutesField
            id="late-in-stay"
            label="须晚走"
            minutes={policy.stayMinutes}
            onChange={(stayMinutes) => put({ ...policy, stayMinutes })}
          />
        </>
      )}
      {policy?.mode === 'elastic' && (
        <MinutesField
          id="late-in-cap"
          label="上限"
          minutes={policy.capMinutes}
          onChange={(capMinutes) => put({ ...policy, capMinutes })}
        />
      )}
    </Panel>
  );
}

function LateOut({ value, loaded, problem, write, examples }: FlexProps) {
  const policy = value.lateOutLateIn ?? null;
  const rows = policy?.rows ?? [];
  const put = (next: readonly LateOutRow[]) =>
    write({ lateOutLateIn: next.length === 0 ? null : { ...policy, rows: next } });
  const putRow = (at: number, row: LateOutRow) => put(rows.map((one, i) => (i === at ? row : one)));
  const makesUp = policy?.makeUp ?? loaded.desk.settings.makeUp ?? true;
  return (
    <Panel title="晚走晚到">
      <SwitchField
        id="late-out"
        label="前一天晚走，第二天可晚到"
        sentence="只看真实的下班打卡；请假、外出和补卡不触发。最多 5 条，满足多条时取最宽的。"
        example={examples.lateOut}
        problem={problem('lateOutLateIn')}
        on={policy !== null}
        onChange={(on) => put(on ? [{ mode: 'fixed', afterMinutes: 30, lateMinutes: 30 }] : [])}
      />
      {rows.map((row, at) => (
        <LateOutFields key={at} at={at} row={row} onChange={(next) => putRow(at, next)}>
          {rows.length > 1 && (
            <Button id={`late-out-${at}-drop`} look="text" onTap={() => put(rows.filter((_, i) => i !== at))}>
              去掉这一条
            </Button>
          )}
        </LateOutFields>
      ))}
      {policy !== null && rows.length < MAX_LATE_OUT_ROWS && (
        <View className="field__add">
          <Button id="late-out-add" look="compact" onTap={() => put([...rows, nextRow(rows)])}>
            加一条
          </Button>
        </View>
      )}
      {policy !== null && (
        <SwitchField
          id="late-out-make-up"
          label="晚到的时间要补足"
          sentence={
            makesUp ? '现在：第二天晚到多久，下班也晚走多久。' : '现在：第二天可以晚到，下班时间不变。'
          }
          on={makesUp}
          onChange={(makeUp) => write({ lateOutLateIn: { ...policy, makeUp } })}
        />
      )}
    </Panel>
  );
}

interface LateOutFieldsProps {
  readonly at: number;
  readonly row: LateOutRow;
  readonly onChange: (row: LateOutRow) => void;
  readonly children: React.ReactNode;
}

const LateOutFields = ({ at, row, onChange, children }: LateOutFieldsProps) => (
  <View id={`late-out-${at}`} className="field">
    <ChoiceField
      id={`late-out-${at}-mode`}
      label={`第 ${at + 1} 条`}
      value={row.mode}
      choices={MODES}
      onChange={(mode) =>
        onChange(
          mode === 'fixed'
            ? { mode, afterMinutes: row.afterMinutes ?? 30, lateMinutes: 30 }
            : { mode, afterMinutes: row.afterMinutes ?? 1, capMinutes: 30 },
        )
      }
    />
    <MinutesField
      id={`late-out-${at}-after`}
      label="前一天晚走满"
      minutes={row.afterMinutes ?? 1}
      onChange={(afterMinutes) => onChange({ ...row, afterMinutes })}
    />
    {row.mode === 'fixed' ? (
      <MinutesField
        id={`late-out-${at}-late`}
        label="可晚到"
        minutes={row.lateMinutes}
        onChange={(lateMinutes) => onChange({ ...row, lateMinutes })}
      />
    ) : (
      <MinutesField
        id={`late-out-${at}-cap`}
        label="晚到上限"
        minutes={row.capMinutes}
        onChange={(capMinutes) => onChange({ ...row, capMinutes })}
      />
    )}
    {children}
  </View>
);

/** Half an hour more than the row before. */
function nextRow(rows: readonly LateOutRow[]): LateOutRow {
  const last = rows.at(-1);
  const after = (last?.afterMinutes ?? 0) + 30;
  return {
    mode: 'fixed',
    afterMinutes: after,
    lateMinutes: last?.mode === 'fixed' ? last.lateMinutes + 30 : 30,
  };
}
