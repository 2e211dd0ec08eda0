import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { openCase } from '@/navigation/case-link';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import type { Said, Step } from './use-step';
import './departments.scss';

interface StepFrameProps<Content> {
  /** Begins the ids of what stands here: 'settlement'. */
  readonly name: string;
  readonly step: Step<Content>;
  /** What the person has not lost while nothing can be shown. */
  readonly safe: string;
  readonly children: (view: Content) => ReactNode;
}

/** A step's page in all its states: waiting, somebody else's, in trouble, there. */
export function StepFrame<Content>({ name, step, safe, children }: StepFrameProps<Content>) {
  const { caseId, view, trouble, said } = step;
  const isForeign = trouble?.kind === 'refused' && trouble.refusal.code === 'case.unknown';
  if (caseId === null || (isForeign && view === null))
    return (
      <EmptyState
        id={`${name}-not-for-you`}
        title="这里没有你要处理的事"
        text="链接可能已经失效，或者不是发给你的。"
      />
    );
  if (trouble !== null && view === null)
    return (
      <ErrorState id={`${name}-trouble`} trouble={trouble} safe={safe} onRetry={() => void step.reload()} />
    );
  if (view === null) return <Bones id={`${name}-loading`} />;
  return (
    <View className="step">
      {said !== null && <SaidNotice id={`${name}-said`} said={said} />}
      {children(view)}
      <View className="step__back">
        <Button
          id={`${name}-case`}
          look="text"
          onTap={() => void openCase({ caseId, taskId: null, round: null })}
        >
          看离职进度
        </Button>
      </View>
    </View>
  );
}

/** What the last press came to: done, or why not and what is safe. */
export function SaidNotice({ id, said }: { readonly id: string; readonly said: Said }) {
  if ('text' in said) return <Notice id={id} mark={<StatusMark tone="ok" />} text={said.text} />;
  const { trouble } = said;
  return (
    <Notice
      id={id}
      mark={<StatusMark tone="info" />}
      text={troubleSentence(trouble).text}
      more={trouble.kind === 'fault' ? [`编号 ${trouble.faultId}`] : []}
    />
  );
}

export const Bones = ({ id }: { readonly id: string }) => (
  <Panel id={id}>
    {[55, 85, 75, 90].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
