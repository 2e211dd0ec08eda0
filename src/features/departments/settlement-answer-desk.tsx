import { Text, View } from '@tarojs/components';
import type { SettlementView } from '@contract/contract';
import { useState } from 'react';
import { ask } from '@/cloud/ask';
import { ReasonSheet } from '@/features/case/reason-sheet';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Panel } from '@/ui/panel';
import { SettlementVersion } from './settlement-version';
import { StepFrame } from './step-frame';
import { useStep } from './use-step';
import '../case/case-desk.scss';

/** The employee reads how every amount came about, and confirms or objects. Nothing that is owed waits for it. */
export function SettlementAnswerDesk() {
  const step = useStep<SettlementView>((caseId) => ask('settlement.view', { caseId }));
  const [objecting, setObjecting] = useState(false);
  return (
    <StepFrame name="settlement-answer" step={step} safe="结算在服务器上，不会丢。">
      {(view) => {
        const current = view.versions.at(-1);
        if (!current)
          return (
            <EmptyState
              id="settlement-none"
              title="财务还没有提交结算"
              text={`提交后会在待办里提醒你。${view.wagesText}`}
            />
          );
        const answer = (given: 'confirm' | 'object', reason: string) => {
          if (view.answer === null) return;
          const { taskId, round } = view.answer;
          void step.press(
            `${given} ${current.digest} ${reason}`,
            given === 'confirm' ? '已确认' : '已提出异议，财务会给出下一版',
            (commandId, caseId) =>
              ask('settlement.answer', {
                commandId,
                caseId,
                taskId,
                round,
                seen: current.digest,
                answer: given,
                reason,
              }),
          );
        };
        return (
          <>
            <Panel id="settlement-head">
              <Text className="step__title">离职结算</Text>
              <Text className="step__quiet">{view.wagesText}</Text>
              <Text className="step__quiet">
                工资在合同终止当日一次付清，不等你确认，也不等交接（《工资支付暂行规定》第九条）。
              </Text>
            </Panel>
            <SettlementVersion view={view} version={current} />
            {view.answer !== null && (
              <View className="step__main">
                <Button
                  id="settlement-confirm"
                  look="primary"
                  asleep={step.busy}
                  onTap={() => answer('confirm', '')}
                >
                  确认无误
                </Button>
                <View className="step__second">
                  <Button
                    id="settlement-object"
                    look="plain"
                    asleep={step.busy}
                    onTap={() => setObjecting(true)}
                  >
                    有异议
                  </Button>
                </View>
              </View>
            )}
            {view.versions
              .slice(0, -1)
              .reverse()
              .map((version) => (
                <SettlementVersion key={version.number} view={view} version={version} />
              ))}
            {objecting && (
              <ReasonSheet
                title="哪里不对"
                needed
                onClose={() => setObjecting(false)}
                onSend={(reason) => {
                  setObjecting(false);
                  answer('object', reason);
                }}
              />
            )}
          </>
        );
      }}
    </StepFrame>
  );
}
