import { Text, Textarea, View } from '@tarojs/components';
import {
  INTERVIEW_REASON_TITLES,
  INTERVIEW_REASONS,
  type InterviewReason,
} from '@domain/offboarding/exit-interview';
import type { InterviewView } from '@contract/contract';
import { useState } from 'react';
import { ask } from '@/cloud/ask';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Panel } from '@/ui/panel';
import { StepFrame } from './step-frame';
import { type Step, useStep } from './use-step';

const MOST_LETTERS = 1000;

/** 离职面谈: reasons to choose and a few words, all of it voluntary, for HR alone. */
export function InterviewDesk() {
  const step = useStep<InterviewView>((caseId) => ask('interview.view', { caseId }));
  return (
    <StepFrame name="interview" step={step} safe="不填也不影响离职。">
      {(view) =>
        view.task !== null && view.isMine ? (
          <InterviewForm view={view} step={step} />
        ) : view.answers !== null ? (
          <Answers view={view} />
        ) : (
          <EmptyState
            id="interview-none"
            title={view.isMine ? '这一步已经结束' : `${view.employeeName} 没有填写`}
            text="离职面谈是自愿的，不填不影响任何事。"
          />
        )
      }
    </StepFrame>
  );
}

const Answers = ({ view: { employeeName, answers } }: { readonly view: InterviewView }) => (
  <Panel id="interview-answers" title={`${employeeName} 说`}>
    {answers?.reasons.map((reason) => (
      <Text key={reason} className="step__line-title">
        {INTERVIEW_REASON_TITLES[reason]}
      </Text>
    ))}
    {answers?.words !== '' && <Text className="step__words">{answers?.words}</Text>}
    <Text className="step__quiet">{`${answers?.whenText ?? ''} · 只有本人和人事看得到`}</Text>
  </Panel>
);

interface InterviewFormProps {
  readonly view: InterviewView;
  readonly step: Step<InterviewView>;
}

function InterviewForm({ view, step }: InterviewFormProps) {
  const [reasons, setReasons] = useState<readonly InterviewReason[]>([]);
  const [words, setWords] = useState('');
  const isEmpty = reasons.length === 0 && words.trim() === '';
  const toggle = (reason: InterviewReason) =>
    setReasons((had) => (had.includes(reason) ? had.filter((one) => one !== reason) : [...had, reason]));
  const send = (chosen: readonly InterviewReason[], text: string, done: string) => {
    const { task } = view;
    if (task === null) return;
    void step.press(`answer ${chosen.join()} ${text}`, done, (commandId, caseId) =>
      ask('interview.answer', {
        commandId,
        caseId,
        taskId: task.taskId,
        round: task.round,
        reasons: [...chosen],
        words: text,
      }),
    );
  };
  return (
    <>
      <Panel id="interview-head">
        <Text className="step__title">离职面谈</Text>
        <Text className="step__quiet">
          自愿填写，只有人事看得到，上级和同事看不到。汇总时不足 5 人的部门不显示。
        </Text>
      </Panel>
      <Panel title="主要原因（可多选，也可不选）">
        <View className="step__choices">
          {INTERVIEW_REASONS.map((reason) => (
            <View
              key={reason}
              id={`reason-${reason}`}
              className={`step__chip${reasons.includes(reason) ? ' step__chip--chosen' : ''}`}
              onClick={() => toggle(reason)}
            >
              <Text>{`${reasons.includes(reason) ? '✓ ' : ''}${INTERVIEW_REASON_TITLES[reason]}`}</Text>
            </View>
          ))}
        </View>
      </Panel>
      <Panel title="想说的话（选填）">
        <Textarea
          id="interview-words"
          name="words"
          className="step__textarea"
          placeholder="什么做得好，什么希望改"
          placeholderClass="step__placeholder"
          maxlength={MOST_LETTERS}
          value={words}
          onInput={(event) => setWords(event.detail.value)}
        />
      </Panel>
      <View className="step__main">
        <Button
          id="interview-send"
          look="primary"
          asleep={isEmpty || step.busy}
          onTap={() => send(reasons, words.trim(), '谢谢，已交给人事')}
        >
          交给人事
        </Button>
        <View className="step__second">
          <Button
            id="interview-skip"
            look="plain"
            asleep={step.busy}
            onTap={() => send([], '', '好的，这一步已结束')}
          >
            不想填
          </Button>
        </View>
      </View>
    </>
  );
}
