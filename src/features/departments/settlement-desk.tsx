import { Input, Text, View } from '@tarojs/components';
import { LINE_TITLES } from '@domain/offboarding/settlement-lines';
import type { SettlementView } from '@contract/contract';
import { useState } from 'react';
import { ask } from '@/cloud/ask';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import { KindSheet } from './kind-sheet';
import { type DraftLine, firstLines, readLines, settlementDraft } from './settlement-draft';
import { SettlementSums } from './settlement-sums';
import { SettlementVersion } from './settlement-version';
import { StepFrame } from './step-frame';
import { type Step, useStep } from './use-step';

const LONGEST_NOTE = 200;

/** 财务结算: lines in yuan, sums as they are typed, and when each part is paid and why. */
export function SettlementDesk() {
  const step = useStep<SettlementView>((caseId) => ask('settlement.view', { caseId }));
  return (
    <StepFrame name="settlement" step={step} safe="填过的明细留在手机上。">
      {(view) => (
        <>
          <Head view={view} />
          {view.propose === null ? (
            <Done view={view} />
          ) : (
            <LinesForm key={view.versions.length} view={view} step={step} />
          )}
        </>
      )}
    </StepFrame>
  );
}

const Head = ({ view: { employeeName, wagesText, versions } }: { readonly view: SettlementView }) => {
  const objection = versions.at(-1)?.answer;
  return (
    <Panel id="settlement-head">
      <Text className="step__title">{`${employeeName} · 离职结算`}</Text>
      <Text className="step__quiet">{wagesText}</Text>
      {objection?.is === 'objected' && (
        <Notice
          mark={<StatusMark tone="missing" />}
          text={`员工对第 ${versions.length} 版有异议：${objection.reason}`}
          more={[`${objection.whenText}。已确认应付的工资照常支付，不等这次答复`]}
        />
      )}
    </Panel>
  );
};

/** Nothing is asked of the caller now: the newest version as the employee has it. */
function Done({ view }: { readonly view: SettlementView }) {
  const current = view.versions.at(-1);
  if (!current) return <Notice mark={<StatusMark tone="info" />} text="还没到结算的时候，或正由同事处理" />;
  return <SettlementVersion view={view} version={current} />;
}

interface LinesFormProps {
  readonly view: SettlementView;
  readonly step: Step<SettlementView>;
}

function LinesForm({ view, step }: LinesFormProps) {
  const { caseId, propose } = view;
  const [typed, setTyped] = useState(() => settlementDraft.read(caseId) ?? firstLines(view));
  const [adding, setAdding] = useState(false);
  /** Faults are named once somebody wanted to send. */
  const [tried, setTried] = useState(false);
  const { lines, faults } = readLines(typed);
  const write = (next: readonly DraftLine[]) => {
    setTyped(next);
    settlementDraft.keep(caseId, next);
  };
  const change = (at: number, part: Partial<DraftLine>) =>
    write(typed.map((line, index) => (index === at ? { ...line, ...part } : line)));
  const send = async () => {
    setTried(true);
    if (faults.length > 0 || propose === null) return;
    const link = { taskId: propose.taskId, round: propose.round };
    const sent = await step.press(`propose ${JSON.stringify(lines)}`, '已提交，等员工确认', (commandId, id) =>
      ask('settlement.propose', { commandId, caseId: id, ...link, lines: [...lines] }),
    );
    if (sent) settlementDraft.drop(caseId);
  };
  return (
    <>
      <Panel title="明细（元）">
        {typed.map((line, index) => (
          <LineRow
            key={index}
            index={index}
            line={line}
            onChange={(part) => change(index, part)}
            onDrop={() => write(typed.filter((_, at) => at !== index))}
          />
        ))}
        <Button id="add-line" look="compact" onTap={() => setAdding(true)}>
          加一行
        </Button>
      </Panel>
      <SettlementSums lines={lines} contractEnd={view.contractEnd} handedOverOn={view.handedOverOn} />
      {tried && faults.length > 0 && (
        <Notice
          id="settlement-faults"
          mark={<StatusMark tone="missing" />}
          text={`还差 ${faults.length} 处`}
          more={faults}
        />
      )}
      <View className="step__main">
        <Button id="settlement-send" look="primary" asleep={step.busy} onTap={() => void send()}>
          {step.busy ? '正在提交…' : `提交第 ${view.versions.length + 1} 版给员工`}
        </Button>
        <Text className="step__foot">员工确认还是有异议，工资都在合同终止当日付清</Text>
      </View>
      {adding && (
        <KindSheet
          onClose={() => setAdding(false)}
          onChoose={(kind) => {
            setAdding(false);
            write([...typed, { kind, yuan: '', note: '' }]);
          }}
        />
      )}
    </>
  );
}

interface LineRowProps {
  readonly index: number;
  readonly line: DraftLine;
  readonly onChange: (part: Partial<DraftLine>) => void;
  readonly onDrop: () => void;
}

const LineRow = ({ index, line: { kind, yuan, note }, onChange, onDrop }: LineRowProps) => (
  <View className="step__line">
    <View className="step__line-head">
      <Text className="step__line-title">{`${index + 1}. ${LINE_TITLES[kind]}`}</Text>
      <View id={`drop-line-${index}`} className="step__drop" onClick={onDrop}>
        <Icon name="close" />
      </View>
    </View>
    <Input
      id={`yuan-${index}`}
      className="step__input step__input--money"
      type="digit"
      placeholder="0.00"
      placeholderClass="step__placeholder"
      maxlength={20}
      value={yuan}
      onInput={(event) => onChange({ yuan: event.detail.value })}
    />
    <Input
      id={`note-${index}`}
      className="step__input"
      placeholder="怎么算的，例如：4月1日至10日，8 个工作日"
      placeholderClass="step__placeholder"
      maxlength={LONGEST_NOTE}
      value={note}
      onInput={(event) => onChange({ note: event.detail.value })}
    />
  </View>
);
