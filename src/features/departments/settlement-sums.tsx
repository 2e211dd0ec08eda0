import { Text, View } from '@tarojs/components';
import {
  type Payment,
  paymentsOf,
  type SettlementLine,
  totalsOf,
} from '@domain/offboarding/settlement-lines';
import { isDeduction } from '@domain/offboarding/settlement-lines';
import { yuanText } from '@domain/offboarding/yuan-text';
import { dateText, type LocalDate } from '@domain/time/local-date';
import { Panel } from '@/ui/panel';

interface SettlementSumsProps {
  readonly lines: readonly SettlementLine[];
  readonly contractEnd: string | null;
  readonly handedOverOn: string | null;
}

/** What comes to how much, and when each part is paid by which article. */
export function SettlementSums({ lines, contractEnd, handedOverOn }: SettlementSumsProps) {
  const { earningsFen, deductionsFen, payableFen } = totalsOf(lines);
  const payments =
    contractEnd === null ? [] : paymentsOf(lines, contractEnd as LocalDate, handedOverOn as LocalDate | null);
  return (
    <Panel id="settlement-sums" title="合计">
      <Sum label="应付" text={yuanText(earningsFen)} />
      <Sum label="代扣" text={yuanText(-deductionsFen)} />
      <Sum label="实付" text={yuanText(payableFen)} strong />
      {groupsOf(payments).map(({ dueOn, basis, fen }) => (
        <View key={`${dueOn ?? ''}${basis}`} className="step__payment">
          <Text className="step__when">
            {`${dueOn === null ? '交接办结时' : dateText(dueOn)} 付 ${yuanText(fen)} 元`}
          </Text>
          <Text className="step__quiet">{basis}</Text>
        </View>
      ))}
      {contractEnd === null && <Text className="step__quiet">合同终止日确定后显示付款日期</Text>}
    </Panel>
  );
}

interface SumProps {
  readonly label: string;
  readonly text: string;
  readonly strong?: boolean;
}

const Sum = ({ label, text, strong = false }: SumProps) => (
  <View className={`step__sum${strong ? ' step__sum--strong' : ''}`}>
    <Text>{label}</Text>
    <Text className="step__money">{`${text} 元`}</Text>
  </View>
);

/** What is paid on the same day by the same article, in one sum. */
function groupsOf(payments: readonly Payment[]) {
  const groups: { dueOn: LocalDate | null; basis: string; fen: number }[] = [];
  for (const { line, dueOn, basis } of payments) {
    const fen = isDeduction(line.kind) ? -line.fen : line.fen;
    const same = groups.find((group) => group.dueOn === dueOn && group.basis === basis);
    if (same) same.fen += fen;
    else groups.push({ dueOn, basis, fen });
  }
  return groups;
}
