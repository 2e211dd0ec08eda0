import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import { DelegationForm } from './delegation-form';
import { type DelegationsView, useDelegations } from './use-delegations';
import './delegation-desk.scss';

/** 不在时由谁代办: what is set, for whom one acts, and a form of three answers. */
export function DelegationDesk() {
  const { view, trouble, said, busy, set, end, reload } = useDelegations();
  if (trouble !== null && view === null)
    return (
      <ErrorState
        id="delegation-trouble"
        trouble={trouble}
        safe="已经设好的委托都在服务器上。"
        onRetry={() => void reload()}
      />
    );
  if (view === null) return <Bones />;
  return (
    <View className="delegation">
      {said !== null && (
        <Notice
          id="delegation-said"
          mark={<StatusMark tone={'text' in said ? 'ok' : 'info'} />}
          text={'text' in said ? said.text : troubleSentence(said.trouble).text}
        />
      )}
      <Own own={view.own} busy={busy} onEnd={(id) => void end(id)} />
      <ForOthers forOthers={view.forOthers} />
      <DelegationForm flows={view.flows} today={view.today} busy={busy} onSet={set} />
    </View>
  );
}

interface OwnProps {
  readonly own: DelegationsView['own'];
  readonly busy: boolean;
  readonly onEnd: (id: string) => void;
}

const Own = ({ own, busy, onEnd }: OwnProps) =>
  own.length === 0 ? null : (
    <Panel id="delegation-own" title="已设好">
      {own.map(({ id, toName, when, what, now }) => (
        <View key={id} id={`delegation-${id}`} className="delegation__line">
          <View className="delegation__words">
            <Text className="delegation__name">{`${toName} 代办`}</Text>
            <Text className="delegation__quiet">{`${when} · ${what}`}</Text>
            <StatusMark tone={now ? 'ok' : 'info'} word={now ? '正在代办' : '到时开始'} />
          </View>
          <Button id={`end-${id}`} look="compact" asleep={busy} onTap={() => onEnd(id)}>
            结束
          </Button>
        </View>
      ))}
    </Panel>
  );

const ForOthers = ({ forOthers }: { readonly forOthers: DelegationsView['forOthers'] }) =>
  forOthers.length === 0 ? null : (
    <Panel id="delegation-for-others" title="你在替谁代办">
      {forOthers.map(({ fromName, when, what }) => (
        <View key={`${fromName}${when}${what}`} className="delegation__words">
          <Text className="delegation__name">{fromName}</Text>
          <Text className="delegation__quiet">{`${when} · ${what}`}</Text>
        </View>
      ))}
    </Panel>
  );

const Bones = () => (
  <Panel id="delegation-loading">
    {[50, 80, 60].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
