import { Text, View } from '@tarojs/components';
import type { CaseView } from '@contract/contract';
import { useState } from 'react';
import { ChannelsAsk } from '@/features/reminders/channels-ask';
import { replaceByCase } from '@/navigation/case-link';
import { goTo, PUNCH } from '@/navigation/destination';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import { AskingSheet } from './asking-sheet';
import { CaseActions } from './case-actions';
import type { LeavingDates } from './change-dates-sheet';
import { CasePages } from './case-pages';
import { CasePhotos } from './case-photos';
import { CaseSteps } from './case-steps';
import { ConversationPanel } from './conversation/conversation-panel';
import { ConversationSheet } from './conversation/conversation-sheet';
import { EffectReports } from './effect-reports';
import { OpenQuestions } from './open-questions';
import { TaskFormPanel } from './task-form';
import { type Said, useCaseDesk } from './use-case-desk';
import { useCaseMoves } from './use-case-moves';
import { useTaskForm } from './use-task-form';
import './case-desk.scss';

/** One request: what decides on top, what the caller's step asks for, the road, and under the thumb what to do. */
export function CaseDesk() {
  const desk = useCaseDesk();
  const form = useTaskForm(desk.view);
  const moves = useCaseMoves(desk, form);
  const [talking, setTalking] = useState(false);
  const { view, trouble, said } = desk;
  const isForeign = trouble?.kind === 'refused' && trouble.refusal.code === 'case.unknown';
  if (desk.broken || (isForeign && view === null)) return <NotForYou />;
  if (trouble !== null && view === null)
    return (
      <ErrorState
        id="case-trouble"
        trouble={trouble}
        safe="申请在服务器上，不会丢。"
        onRetry={() => void desk.reload()}
      />
    );
  if (view === null) return <Bones />;
  return (
    <View className="case">
      <Head view={view} />
      {said !== null && <SaidNotice said={said} />}
      {view.outcome !== null && (
        <View id="case-outcome">
          <Notice mark={<StatusMark tone="ok" />} text={view.outcome} />
        </View>
      )}
      <OpenQuestions
        view={view}
        busy={desk.busy}
        onAnswerDate={(yes) => desk.move('answerDate', { yes })}
        onAnswerWithdrawal={moves.answerWithdrawal}
        onCheckPaper={(paper) => void desk.signOnPaper(paper)}
      />
      <EffectReports
        reports={view.reports}
        busy={desk.busy}
        onPhoto={(effectKey) => void desk.keepPhotoByHand(effectKey)}
        onFile={(effectKey) => void desk.keepFileByHand(effectKey)}
      />
      {view.task !== null && <TaskFormPanel title={view.task.title} form={form} />}
      <CasePhotos photos={view.photos} />
      <Panel>
        <CaseSteps
          steps={view.steps}
          onUrge={(nodeId) => desk.move('urge', { nodeId })}
          onWaive={moves.waive}
          onAssign={moves.assign}
        />
      </Panel>
      <ConversationPanel view={view} onOpen={() => setTalking(true)} />
      <ChangeDates view={view} onChange={moves.changeDates} />
      <CasePages view={view} />
      <CaseActions
        view={view}
        busy={desk.busy}
        onAct={moves.act}
        onWithdraw={moves.withdraw}
        onCopy={moves.copy}
      />
      <Next next={view.task === null ? view.next : null} />
      {view.task === null && <ChannelsAsk />}
      {talking && (
        <ConversationSheet view={view} said={said} say={desk.say} onClose={() => setTalking(false)} />
      )}
      {moves.asking !== null && <AskingSheet asking={moves.asking} onClose={moves.close} />}
    </View>
  );
}

const Head = ({ view }: { readonly view: CaseView }) => (
  <Panel id="case-head">
    <View className="case__title">
      <Text className="case__name">{`${view.applicantName} · ${view.title}`}</Text>
      <StatusMark tone={view.status.tone} word={view.status.text} />
    </View>
    {view.task !== null && view.task.onBehalfOf !== null && (
      <Text className="case__hint">{`你正在代 ${view.task.onBehalfOf} 处理`}</Text>
    )}
    {view.facts.map(({ label, value }) => (
      <View key={label} className="case__fact">
        <Text className="case__label">{label}</Text>
        <Text className="case__value">{value}</Text>
      </View>
    ))}
  </Panel>
);

function SaidNotice({ said }: { readonly said: Said }) {
  if ('text' in said) return <Notice id="case-said" mark={<StatusMark tone="ok" />} text={said.text} />;
  if ('stuck' in said)
    return (
      <Notice
        id="case-said"
        mark={<StatusMark tone="info" />}
        text="照片没有传上去，再试一次"
        more={['已填的内容都还在']}
      />
    );
  const fault = said.trouble.kind === 'fault' ? [`编号 ${said.trouble.faultId}`] : [];
  return (
    <Notice
      id="case-said"
      mark={<StatusMark tone="info" />}
      text={troubleSentence(said.trouble).text}
      more={fault}
    />
  );
}

const ChangeDates = ({
  view: { dates },
  onChange,
}: {
  readonly view: CaseView;
  readonly onChange: (dates: LeavingDates) => void;
}) =>
  dates === undefined ? null : (
    <Button id="case-change-dates" look="text" onTap={() => onChange(dates)}>
      更改日期
    </Button>
  );

/** After one is done the next is offered: a leader with ten seconds has time for two. */
const Next = ({ next }: { readonly next: CaseView['next'] }) =>
  next === null ? null : (
    <View className="case__next">
      <Button id="case-next" look="plain" onTap={() => void replaceByCase(next.link)}>
        {`下一条：${next.title}`}
      </Button>
    </View>
  );

/** An unknown case and somebody else's look alike: a forwarded link gives nothing away, not even a name. */
const NotForYou = () => (
  <EmptyState id="case-not-for-you" title="这里没有你要处理的事" text="链接可能已经失效，或者不是发给你的。">
    <Button look="plain" onTap={() => void goTo({ path: PUNCH, params: {} })}>
      回到打卡
    </Button>
  </EmptyState>
);

const Bones = () => (
  <Panel id="case-loading">
    {[60, 90, 80, 70].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
