import { View } from '@tarojs/components';
import { ChoiceField, DateField, SwitchField } from '@/features/rules/fields';

/** Hire date, contract and probation as they are typed. */
export interface TermsDraft {
  readonly hireDate: string;
  readonly contract: {
    readonly kind: 'fixed' | 'open' | 'task';
    readonly from: string;
    readonly to: string | null;
  };
  readonly probationEnd: string | null;
}

interface TermsFieldsProps {
  readonly value: TermsDraft;
  readonly onChange: (value: TermsDraft) => void;
}

const KINDS = [
  ['fixed', '固定期限'],
  ['open', '无固定期限'],
  ['task', '以任务为期限'],
] as const;

export function TermsFields({ value, onChange }: TermsFieldsProps) {
  const { hireDate, contract, probationEnd } = value;
  return (
    <View>
      <DateField
        id="terms-hire"
        label="入职日期"
        value={hireDate}
        // A contract that begins with the employment goes along.
        onChange={(date) =>
          onChange({
            ...value,
            hireDate: date,
            contract: contract.from === hireDate ? { ...contract, from: date } : contract,
          })
        }
      />
      <ChoiceField
        id="terms-kind"
        label="劳动合同"
        value={contract.kind}
        choices={KINDS}
        onChange={(kind) =>
          onChange({ ...value, contract: { ...contract, kind, to: kind === 'fixed' ? contract.to : null } })
        }
      />
      <DateField
        id="terms-from"
        label="合同从"
        value={contract.from}
        onChange={(from) => onChange({ ...value, contract: { ...contract, from } })}
      />
      {contract.kind === 'fixed' && (
        <DateField
          id="terms-to"
          label="合同到"
          sentence="到期前 60 天起，会列在“合同将到期”里。"
          value={contract.to ?? '选择日期'}
          onChange={(to) => onChange({ ...value, contract: { ...contract, to } })}
        />
      )}
      <SwitchField
        id="terms-probation"
        label="有试用期"
        on={probationEnd !== null}
        onChange={(on) => onChange({ ...value, probationEnd: on ? hireDate : null })}
      />
      {probationEnd !== null && (
        <DateField
          id="terms-proven"
          label="试用期到"
          value={probationEnd}
          onChange={(date) => onChange({ ...value, probationEnd: date })}
        />
      )}
    </View>
  );
}
