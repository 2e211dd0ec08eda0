import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { RequestHome } from '@contract/contract';
import { useState } from 'react';
import { ReasonSheet } from '@/features/case/reason-sheet';
import { openCase } from '@/navigation/case-link';
import { dateOf, openAsk, type RequestKind } from '@/navigation/request-links';
import { openSwap } from '@/navigation/roster-links';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import { useRequestsHome } from './use-requests-home';
import './requests.scss';

type Line = RequestHome['requests'][number];

const OTHERS: readonly { readonly kind: RequestKind; readonly word: string; readonly more: string }[] = [
  { kind: 'outing', word: '公出', more: '几小时，按小时算' },
  { kind: 'trip', word: '出差', more: '按天算，可以半天' },
  { kind: 'overtime', word: '加班', more: '班次以外的时间' },
];

/** 申请: what can be asked for with what is left of it, and what is under way. */
export function RequestsHome() {
  const date = dateOf(useRouter().params);
  const { view, trouble, stuck, reload, revoke } = useRequestsHome();
  const [revoking, setRevoking] = useState<Line | null>(null);
  if (trouble !== null && view === null)
    return (
      <ErrorState
        id="requests-trouble"
        trouble={trouble}
        safe="申请和余额都在服务器上，不会丢。"
        onRetry={() => void reload()}
      />
    );
  if (view === null) return <Bones />;
  return (
    <View className="requests">
      {stuck !== null && (
        <Notice id="requests-stuck" mark={<StatusMark tone="info" />} text={troubleSentence(stuck).text} />
      )}
      <Panel id="requests-leaves" title="请假">
        {view.leaves.map(({ id, name, balance }) => (
          <Entry
            key={id}
            id={`ask-${id}`}
            word={name}
            more={balance === null ? '' : `还剩 ${balance.freeText}`}
            detail={balance?.detailText ?? null}
            onTap={() => void openAsk({ kind: 'leave', typeId: id, date })}
          />
        ))}
      </Panel>
      <Panel id="requests-others" title="其他">
        {OTHERS.map(({ kind, word, more }) => (
          <Entry
            key={kind}
            id={`ask-${kind}`}
            word={word}
            more={more}
            detail={null}
            onTap={() => void openAsk({ kind, typeId: '', date })}
          />
        ))}
        <Entry id="ask-swap" word="换班" more="和同事对换排班" detail={null} onTap={() => void openSwap()} />
      </Panel>
      <Panel id="requests-own" title="我的申请">
        {view.requests.length === 0 ? (
          <Text className="requests__quiet">还没有申请。提交以后，进展和结果会在这里。</Text>
        ) : (
          view.requests.map((line) => (
            <OwnLine key={line.caseId} line={line} onRevoke={() => setRevoking(line)} />
          ))
        )}
      </Panel>
      {revoking !== null && (
        <ReasonSheet
          title={`撤销 ${revoking.title}`}
          needed
          onClose={() => setRevoking(null)}
          onSend={(reason) => {
            setRevoking(null);
            void revoke(revoking.caseId, reason);
          }}
        />
      )}
    </View>
  );
}

interface EntryProps {
  readonly id: string;
  readonly word: string;
  readonly more: string;
  readonly detail: string | null;
  readonly onTap: () => void;
}

const Entry = ({ id, word, more, detail, onTap }: EntryProps) => (
  <View id={id} className="requests__entry" hoverClass="requests__entry--pressed" onClick={onTap}>
    <View className="requests__words">
      <Text className="requests__word">{word}</Text>
      {detail !== null && <Text className="requests__quiet">{detail}</Text>}
    </View>
    <Text className="requests__quiet">{more}</Text>
    <Icon name="next" />
  </View>
);

const OwnLine = ({ line, onRevoke }: { readonly line: Line; readonly onRevoke: () => void }) => (
  <View id={`request-${line.caseId}`} className="requests__own">
    <View
      className="requests__words"
      onClick={() => void openCase({ caseId: line.caseId, taskId: null, round: null })}
    >
      <Text className="requests__word">{line.title}</Text>
      <Text className="requests__quiet">{line.whenText}</Text>
      <StatusMark tone={line.status.tone} word={line.status.text} />
    </View>
    {line.canRevoke && (
      <Button id={`revoke-${line.caseId}`} look="compact" onTap={onRevoke}>
        撤销
      </Button>
    )}
  </View>
);

const Bones = () => (
  <Panel id="requests-loading">
    {[40, 70, 60, 80].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
