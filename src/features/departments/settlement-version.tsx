import { Text, View } from '@tarojs/components';
import { LINE_TITLES } from '@domain/offboarding/settlement-lines';
import type { SettlementView } from '@contract/contract';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import { SettlementSums } from './settlement-sums';
import { signedYuan } from './settlement-draft';

type Version = SettlementView['versions'][number];

interface SettlementVersionProps {
  readonly view: SettlementView;
  readonly version: Version;
}

/** One version as it lies before the employee: every line with how it was computed, the sums, the answer. */
export const SettlementVersion = ({ view, version }: SettlementVersionProps) => (
  <>
    <Panel id={`version-${version.number}`} title={`第 ${version.number} 版`}>
      <Text className="step__quiet">{`${version.proposedByName} 提交，${version.proposedText}`}</Text>
      {version.lines.map((line, index) => (
        <View key={index} className="step__line">
          <View className="step__sum">
            <Text>{LINE_TITLES[line.kind]}</Text>
            <Text className="step__money">{`${signedYuan(line)} 元`}</Text>
          </View>
          <Text className="step__quiet">{line.note}</Text>
        </View>
      ))}
      {version.answer !== null && <Answer answer={version.answer} />}
    </Panel>
    <SettlementSums lines={version.lines} contractEnd={view.contractEnd} handedOverOn={view.handedOverOn} />
  </>
);

const Answer = ({ answer }: { readonly answer: NonNullable<Version['answer']> }) => (
  <View className="step__answer">
    <StatusMark
      tone={answer.is === 'confirmed' ? 'ok' : 'missing'}
      word={`${answer.byName} ${answer.is === 'confirmed' ? '已确认' : '有异议'} · ${answer.whenText}`}
    />
    {answer.reason !== '' && <Text>{answer.reason}</Text>}
  </View>
);
