import { Input, Text, Textarea, View } from '@tarojs/components';
import type { RequestDraft } from '@contract/contract';
import { openCase } from '@/navigation/case-link';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { refusalSentence } from '@/wording/refusals';
import { troubleSentence } from '@/wording/troubles';
import { SpanChoice } from './span-choice';
import { useAsking } from './use-asking';
import './requests.scss';

const MOST_LETTERS = 200;
const TITLES = { leave: '请假', outing: '公出', trip: '出差', overtime: '加班' } as const;

/** One request being written: how long it is and what is left stands above the button before it is tapped. */
export function AskDesk() {
  const { kind, leave, home, asking, draft, trouble, stuck, sending, canSend, write, send, reload } =
    useAsking();
  if (trouble !== null && home === null)
    return (
      <ErrorState
        id="ask-trouble"
        trouble={trouble}
        safe="已写的内容留在手机上。"
        onRetry={() => void reload()}
      />
    );
  if (home === null || asking === null) return <Bones />;
  if (kind === 'leave' && leave === null)
    return <EmptyState title="这种假现在不能申请" text="请回到上一页选别的假期。" />;
  const place = kind === 'trip' ? '目的地' : kind === 'outing' ? '地点（选填）' : null;
  return (
    <View className="requests">
      <Panel id="ask-head" title={leave?.name ?? TITLES[kind]}>
        <SpanChoice
          asking={asking}
          either={leave?.hours === true}
          halves={kind === 'trip' || leave?.halves === true || leave?.hours === true}
          onChange={write}
        />
      </Panel>
      <Measure draft={draft} waiting={stuck === null} />
      {place !== null && (
        <Panel title={place}>
          <Input
            id="ask-place"
            name="place"
            className="requests__input"
            placeholder={kind === 'trip' ? '例如：杭州' : '例如：客户公司'}
            placeholderClass="requests__placeholder"
            maxlength={60}
            value={asking.place}
            onInput={(event) => write({ place: event.detail.value })}
          />
        </Panel>
      )}
      <Panel title="原因">
        <Textarea
          id="ask-reason"
          name="reason"
          className="requests__reason"
          placeholder="写一句就好，审批人会看到"
          placeholderClass="requests__placeholder"
          maxlength={MOST_LETTERS}
          value={asking.reason}
          onInput={(event) => write({ reason: event.detail.value })}
        />
      </Panel>
      {stuck !== null && (
        <Notice
          id="ask-stuck"
          mark={<Icon name="cloud-off" />}
          text={troubleSentence(stuck).text}
          more={['已写的内容留在手机上', ...(stuck.kind === 'fault' ? [`编号 ${stuck.faultId}`] : [])]}
        />
      )}
      <Button id="ask-send" look="primary" asleep={!canSend} onTap={() => void send()}>
        {sending ? '正在提交…' : draft?.refusal === null ? `提交：${draft.durationText}` : '提交申请'}
      </Button>
      <Text className="requests__foot">
        {home.approverName === null
          ? '提交后由人事审批'
          : `提交后由 ${home.approverName} 审批，通过后自动计入考勤`}
      </Text>
    </View>
  );
}

interface MeasureProps {
  readonly draft: RequestDraft | null;
  /** The answer is on its way. */
  readonly waiting: boolean;
}

/** '请假 1.5 天', on which days, and what is left of the balance; or why not. */
function Measure({ draft, waiting }: MeasureProps) {
  if (draft === null)
    return (
      <Panel id="ask-measure">
        {waiting ? <Skeleton width={60} /> : <Text className="requests__quiet">时长还没有算出来</Text>}
      </Panel>
    );
  const { durationText, daysText, balanceText, hints, refusal } = draft;
  const other = refusal === null ? '' : String((refusal.facts as { caseId?: string }).caseId ?? '');
  return (
    <Panel id="ask-measure">
      {durationText !== '' && <Text className="requests__duration">{durationText}</Text>}
      {[daysText, balanceText ?? '', hints.join(' · ')].filter(Boolean).map((line) => (
        <Text key={line} className="requests__quiet">
          {line}
        </Text>
      ))}
      {refusal !== null && (
        <Notice id="ask-refused" mark={<StatusMark tone="missing" />} text={refusalSentence(refusal).text}>
          {other !== '' && (
            <Button look="compact" onTap={() => void openCase({ caseId: other, taskId: null, round: null })}>
              查看
            </Button>
          )}
        </Notice>
      )}
    </Panel>
  );
}

const Bones = () => (
  <Panel id="ask-loading">
    {[50, 80, 70, 90].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
