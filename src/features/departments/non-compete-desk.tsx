import { Input, Text, Textarea, View } from '@tarojs/components';
import { LONGEST_MONTHS } from '@domain/offboarding/non-compete';
import { fenOfYuan } from '@domain/offboarding/yuan-input';
import type { NonCompeteView } from '@contract/contract';
import { useState } from 'react';
import { ask } from '@/cloud/ask';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Panel } from '@/ui/panel';
import { StepFrame } from './step-frame';
import { type Step, useStep } from './use-step';

const MOST_LETTERS = 500;

/** 竞业限制告知书: HR writes it where the post has secrets, the leaver reads it before signing or objecting. */
export function NonCompeteDesk() {
  const step = useStep<NonCompeteView>((caseId) => ask('nonCompete.view', { caseId }));
  return (
    <StepFrame name="non-compete" step={step} safe="已写好的内容不会丢。">
      {(view) =>
        view.terms !== null ? (
          <Panel id="non-compete-text" title="竞业限制告知书">
            {view.terms.sentences.map((sentence, index) => (
              <Text key={index} className="step__words">
                {sentence}
              </Text>
            ))}
            <Text className="step__quiet">{view.terms.writtenText}</Text>
          </Panel>
        ) : view.write !== null ? (
          <TermsForm view={view} step={step} />
        ) : (
          <EmptyState
            id="non-compete-none"
            title="没有竞业限制"
            text="只有涉及保密的岗位才会有这一步；不签也不影响离职、工资和离职证明。"
          />
        )
      }
    </StepFrame>
  );
}

interface TermsFormProps {
  readonly view: NonCompeteView;
  readonly step: Step<NonCompeteView>;
}

function TermsForm({ view, step }: TermsFormProps) {
  const [scope, setScope] = useState('');
  const [area, setArea] = useState('');
  const [months, setMonths] = useState('');
  const [yuan, setYuan] = useState('');
  const fen = fenOfYuan(yuan);
  const wholeMonths = /^\d{1,2}$/.test(months) ? Number(months) : 0;
  const lacks = [
    ...(scope.trim() === '' ? ['限制范围'] : []),
    ...(area.trim() === '' ? ['地域范围'] : []),
    ...(wholeMonths < 1 || wholeMonths > LONGEST_MONTHS ? [`期限（1 到 ${LONGEST_MONTHS} 个月）`] : []),
    ...(!fen.ok || fen.value === 0 ? ['每月补偿（元）'] : []),
  ];
  const send = () => {
    const { write } = view;
    if (write === null || !fen.ok) return;
    const terms = { scope: scope.trim(), area: area.trim(), months: wholeMonths, monthlyFen: fen.value };
    void step.press(`write ${JSON.stringify(terms)}`, '已拟定，等员工签署或提出异议', (commandId, caseId) =>
      ask('nonCompete.write', { commandId, caseId, taskId: write.taskId, round: write.round, ...terms }),
    );
  };
  return (
    <>
      <Panel title={`${view.employeeName} · 竞业限制`}>
        <Text className="step__quiet">
          限制期内必须按月支付补偿，最长二年（《劳动合同法》第二十三、二十四条）。员工可以不签。
        </Text>
        <Textarea
          id="terms-scope"
          name="scope"
          className="step__textarea"
          placeholder="限制范围：不从事哪些工作、不去哪些竞争单位"
          placeholderClass="step__placeholder"
          maxlength={MOST_LETTERS}
          value={scope}
          onInput={(event) => setScope(event.detail.value)}
        />
        <Input
          id="terms-area"
          className="step__input"
          placeholder="地域范围，例如：上海市"
          placeholderClass="step__placeholder"
          maxlength={MOST_LETTERS}
          value={area}
          onInput={(event) => setArea(event.detail.value)}
        />
        <Input
          id="terms-months"
          className="step__input"
          type="number"
          placeholder="期限（月）"
          placeholderClass="step__placeholder"
          maxlength={2}
          value={months}
          onInput={(event) => setMonths(event.detail.value)}
        />
        <Input
          id="terms-yuan"
          className="step__input"
          type="digit"
          placeholder="每月补偿（元）"
          placeholderClass="step__placeholder"
          maxlength={20}
          value={yuan}
          onInput={(event) => setYuan(event.detail.value)}
        />
        {lacks.length > 0 && <Text className="step__quiet">{`还差：${lacks.join('、')}`}</Text>}
      </Panel>
      <View className="step__main">
        <Button id="terms-send" look="primary" asleep={lacks.length > 0 || step.busy} onTap={send}>
          拟定
        </Button>
      </View>
    </>
  );
}
