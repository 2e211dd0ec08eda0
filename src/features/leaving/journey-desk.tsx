import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { CaseSteps } from '@/features/case/case-steps';
import { ReasonSheet } from '@/features/case/reason-sheet';
import { usePapers } from '@/features/papers/use-papers';
import { openCase } from '@/navigation/case-link';
import { LEAVING_CHOOSE, open } from '@/navigation/leaving-links';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import { CertificateChoice } from './certificate-choice';
import { JourneyPapers } from './journey-papers';
import { Law } from './law';
import { type Journey, useJourney } from './use-journey';
import './leaving.scss';

type Desk = ReturnType<typeof useJourney>;

/** 离职旅程: what is decided, what waits for you, the road, and every paper to keep. */
export function JourneyDesk() {
  const desk = useJourney();
  const papers = usePapers();
  const { view, trouble } = desk;
  if (trouble !== null && view === null)
    return (
      <ErrorState
        id="journey-trouble"
        trouble={trouble}
        safe="办理进度在服务器上，不会丢。"
        onRetry={() => void desk.reload()}
      />
    );
  if (view === null) return <Bones />;
  const { journey } = view;
  if (journey === null)
    return (
      <EmptyState id="journey-none" title="没有在办的离职" text="离职的每一步、每份文件，都会在这里。">
        <Button id="journey-choose" look="plain" onTap={() => void open(LEAVING_CHOOSE)}>
          了解怎么离职
        </Button>
      </EmptyState>
    );
  return (
    <View className="leaving">
      <Head journey={journey} />
      <Said desk={desk} />
      <Proposal desk={desk} journey={journey} />
      <Tasks journey={journey} />
      <Panel title="办理进度">
        <CaseSteps
          steps={journey.view.steps}
          urged={journey.urged}
          whole
          onUrge={(nodeId) => void desk.move({ move: 'urge', nodeId, text: '' })}
        />
      </Panel>
      <JourneyPapers papers={papers} />
      <CertificateChoice
        choice={journey.certificate}
        busy={desk.busy}
        onChoose={(withReason) => void desk.chooseCertificate(withReason).then(() => papers.reload())}
      />
      <Panel title="沟通">
        <View
          id="journey-talk"
          className="leaving__line"
          onClick={() => void openCase({ caseId: journey.view.caseId, taskId: null, round: null })}
        >
          <Text>{journey.view.unread > 0 ? `留言（${journey.view.unread} 条未读）` : '留言'}</Text>
          <Icon name="next" />
        </View>
      </Panel>
      <Withdraw desk={desk} journey={journey} />
      {!journey.running && (
        <Button id="journey-again" look="text" onTap={() => void open(LEAVING_CHOOSE)}>
          重新了解怎么离职
        </Button>
      )}
    </View>
  );
}

const Head = ({ journey: { view, lastDayText, daysLeftText, law } }: { readonly journey: Journey }) => (
  <Panel id="journey-head">
    <View className="leaving__line">
      <Text className="leaving__title">{view.title}</Text>
      <StatusMark tone={view.status.tone} word={view.status.text} />
    </View>
    {lastDayText !== null && (
      <Text id="journey-last-day" className="leaving__fact">
        {[`最后工作日 ${lastDayText}`, daysLeftText].filter((part) => part !== null).join(' · ')}
      </Text>
    )}
    <Law law={law} />
  </Panel>
);

function Said({ desk: { said } }: { readonly desk: Desk }) {
  if (said === null) return null;
  return (
    <View id="journey-said">
      {'text' in said ? (
        <Notice mark={<StatusMark tone="ok" />} text={said.text} />
      ) : (
        <Notice
          mark={<StatusMark tone="info" />}
          text={troubleSentence(said.trouble).text}
          more={said.trouble.kind === 'fault' ? [`编号 ${said.trouble.faultId}`] : []}
        />
      )}
    </View>
  );
}

function Proposal({ desk, journey }: { readonly desk: Desk; readonly journey: Journey }) {
  const { proposal } = journey.view;
  if (!proposal?.canAnswer) return null;
  const answer = (yes: boolean) => void desk.move({ move: 'answerDate', nodeId: null, text: '', yes });
  return (
    <Notice
      id="journey-proposal"
      mark={<StatusMark tone="info" />}
      text={`${proposal.byName}提议最后工作日改为 ${proposal.lastDayText}`}
      more={['同意才会改；不同意，原来的日期不变。']}
    >
      <Button id="proposal-yes" look="compact" asleep={desk.busy} onTap={() => answer(true)}>
        同意
      </Button>
      <Button id="proposal-no" look="compact" asleep={desk.busy} onTap={() => answer(false)}>
        不同意
      </Button>
    </Notice>
  );
}

const Tasks = ({ journey: { tasks } }: { readonly journey: Journey }) =>
  tasks.length === 0 ? null : (
    <Panel id="journey-tasks" title={`等你处理（${tasks.length}）`}>
      {tasks.map(({ title, nodeId, link }) => (
        <View
          key={link.taskId ?? nodeId}
          id={`journey-task-${nodeId}`}
          className="leaving__line"
          hoverClass="leaving__line--pressed"
          onClick={() => void openCase(link)}
        >
          <Text>{title}</Text>
          <Icon name="next" />
        </View>
      ))}
    </Panel>
  );

/** By the law path: an agreement is taken back, a notice can only be asked back. */
function Withdraw({ desk, journey }: { readonly desk: Desk; readonly journey: Journey }) {
  const [asking, setAsking] = useState(false);
  const { withdraw, withdrawal } = journey.view;
  if (withdrawal !== null)
    return (
      <Notice
        id="journey-withdrawal"
        mark={<StatusMark tone="info" />}
        text={`已在 ${withdrawal.whenText} 申请撤回，等公司答复`}
        more={['答复之前，离职照常办理。']}
      />
    );
  if (withdraw === null) return null;
  return (
    <View className="leaving__actions">
      <Button id="journey-withdraw" look="plain" asleep={desk.busy} onTap={() => setAsking(true)}>
        {withdraw === 'now' ? '撤回' : '申请撤回（需公司同意）'}
      </Button>
      {asking && (
        <ReasonSheet
          title={withdraw === 'now' ? '撤回' : '申请撤回'}
          needed={withdraw === 'ask'}
          onClose={() => setAsking(false)}
          onSend={(text) => {
            setAsking(false);
            void desk.move({ move: 'withdraw', nodeId: null, text });
          }}
        />
      )}
    </View>
  );
}

const Bones = () => (
  <Panel id="journey-loading">
    {[60, 90, 80, 70].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
