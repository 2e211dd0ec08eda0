import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { PeoplePicker } from '@/features/people-picker/people-picker';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import { type DutiesView, useDuties } from './use-duties';
import './duties-desk.scss';

/** What somebody who leaves was responsible for, who would have it, and one confirmation. */
export function DutiesDesk() {
  const { broken, view, trouble, said, busy, choose, confirm, reload } = useDuties();
  const [picking, setPicking] = useState(false);
  if (broken) return <EmptyState id="duties-broken" title="链接已经失效" text="请从待办里重新打开。" />;
  if (trouble !== null && view === null)
    return (
      <ErrorState
        id="duties-trouble"
        trouble={trouble}
        safe="职责还没有变动。"
        onRetry={() => void reload()}
      />
    );
  if (view === null) return <Bones />;
  return (
    <View className="duties">
      <Head view={view} />
      {said !== null && (
        <Notice
          id="duties-said"
          mark={<StatusMark tone={'text' in said ? 'ok' : 'info'} />}
          text={'text' in said ? said.text : troubleSentence(said.trouble).text}
        />
      )}
      {view.lines.length > 0 && <Lines lines={view.lines} />}
      {view.state === 'open' && (
        <View className="duties__actions">
          <Button id="duties-confirm" look="primary" asleep={busy} onTap={() => void confirm()}>
            {busy ? '正在交接…' : '确认，现在交接'}
          </Button>
          <Button id="duties-choose" look="plain" asleep={busy} onTap={() => setPicking(true)}>
            换一位接手人
          </Button>
        </View>
      )}
      {picking && (
        <PeoplePicker
          title="由谁接手"
          onClose={() => setPicking(false)}
          onPick={({ employmentId }) => {
            setPicking(false);
            choose(employmentId);
          }}
        />
      )}
    </View>
  );
}

const STATES: Readonly<Record<DutiesView['state'], string>> = {
  open: '确认后立即生效：新的事项找接手人，手上的待办一起转过去',
  confirmed: '已经交接',
  nothing: '没有负责人或角色需要交接',
  void: '已不离职，职责不变',
};

const Head = ({ view }: { readonly view: DutiesView }) => (
  <Panel id="duties-head">
    <Text className="duties__name">{`${view.name} · ${view.departmentName}`}</Text>
    <Text className="duties__quiet">{`最后工作日 ${view.lastDayText}`}</Text>
    <Text className="duties__quiet">{view.confirmedText ?? STATES[view.state]}</Text>
    {view.openTasks > 0 && (
      <Text id="duties-tasks" className="duties__quiet">
        {`手上还有 ${view.openTasks} 件待办` +
          (view.tasksMoveText === null ? '' : `，最晚 ${view.tasksMoveText} 自动转出`)}
      </Text>
    )}
  </Panel>
);

const Lines = ({ lines }: { readonly lines: DutiesView['lines'] }) => (
  <Panel id="duties-lines" title="职责和接手人">
    {lines.map(({ title, to, note, vacant }) => (
      <View key={title} className="duties__line">
        <Text className="duties__title">{title}</Text>
        {vacant ? (
          <StatusMark tone="missing" word={note ?? ''} />
        ) : (
          <Text className="duties__to">{to === null ? note : `→ ${to.name}`}</Text>
        )}
      </View>
    ))}
  </Panel>
);

const Bones = () => (
  <Panel id="duties-loading">
    {[60, 40, 80].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
