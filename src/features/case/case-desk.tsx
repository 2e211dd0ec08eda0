import { Text, View } from '@tarojs/components';
import type { CaseView } from '@contract/contract';
import { useState } from 'react';
import { replaceByCase } from '@/navigation/case-link';
import { PeoplePicker } from '@/features/people-picker/people-picker';
import { goTo, PUNCH } from '@/navigation/destination';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import { CaseActions } from './case-actions';
import { CaseComments } from './case-comments';
import { CasePhotos } from './case-photos';
import { CaseSteps } from './case-steps';
import { ReasonSheet } from './reason-sheet';
import { type CaseAction, useCaseDesk } from './use-case-desk';
import './case-desk.scss';

type Asking = { readonly title: string; readonly needed: boolean; readonly send: (text: string) => void };

/** One request: what decides on top, the road it takes, and under the thumb what the caller may do. */
export function CaseDesk() {
  const desk = useCaseDesk();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [picking, setPicking] = useState(false);
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

  const act = (action: CaseAction, title: string) => {
    if (action === 'transfer') return setPicking(true);
    const needed = view.task?.reasonFor.includes(action) ?? false;
    if (!needed) return desk.act(action, '');
    setAsking({ title, needed, send: (text) => desk.act(action, text) });
  };
  const withdraw = () =>
    setAsking({ title: '撤回申请', needed: false, send: (text) => desk.move('withdraw', null, text) });
  const comment = () =>
    setAsking({ title: '留言', needed: true, send: desk.say });
  return (
    <View className="case">
      <Head view={view} />
      {said !== null && (
        <View id="case-said">
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
      )}
      {view.outcome !== null && (
        <View id="case-outcome">
          <Notice mark={<StatusMark tone="ok" />} text={view.outcome} />
        </View>
      )}
      <CasePhotos photos={view.photos} />
      <Panel>
        <CaseSteps steps={view.steps} onUrge={(nodeId) => desk.move('urge', nodeId, '')} />
      </Panel>
      <CaseComments comments={view.comments} onWrite={comment} />
      <CaseActions view={view} busy={desk.busy} onAct={act} onWithdraw={withdraw} />
      <Next next={view.task === null ? view.next : null} />
      {picking && (
        <PeoplePicker
          title="转交给谁"
          onClose={() => setPicking(false)}
          onPick={({ employmentId, name }) => {
            setPicking(false);
            const send = (text: string) => desk.act('transfer', text, employmentId);
            setAsking({ title: `转交给${name}`, needed: false, send });
          }}
        />
      )}
      {asking !== null && (
        <ReasonSheet
          title={asking.title}
          needed={asking.needed}
          onClose={() => setAsking(null)}
          onSend={(text) => {
            setAsking(null);
            asking.send(text);
          }}
        />
      )}
    </View>
  );
}

const Head = ({ view }: { readonly view: CaseView }) => (
  <Panel id="case-head">
    <View className="case__title">
      <Text className="case__name">{`${view.applicantName} · ${view.title}`}</Text>
      <StatusMark tone={view.status.tone} word={view.status.text} />
    </View>
    {view.facts.map(({ label, value }) => (
      <View key={label} className="case__fact">
        <Text className="case__label">{label}</Text>
        <Text className="case__value">{value}</Text>
      </View>
    ))}
  </Panel>
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
