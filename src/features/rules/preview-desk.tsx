import { Text, View } from '@tarojs/components';
import type { Rejudging, RulePreview } from '@contract/contract';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { minutesText } from '@/wording/lengths';
import { troubleSentence } from '@/wording/troubles';
import { itemText } from './item-words';
import { usePublishing } from './use-publishing';
import { useRuleDesk } from './use-rule-desk';
import { useRulePreview } from './use-rule-preview';
import './preview-desk.scss';

/** 影响预览与发布: who changes, which day, from what to what; then 发布, and the days being judged again. */
export function PreviewDesk() {
  const { desk, trouble, reload } = useRuleDesk();
  const preview = useRulePreview();
  const publishing = usePublishing(desk?.running ?? null);
  const [asking, setAsking] = useState(false);
  const broken = trouble ?? preview.trouble;
  if (broken !== null && (desk === null || preview.preview === null))
    return (
      <ErrorState
        id="preview-trouble"
        trouble={broken}
        safe="修改都存着，还没有发布，不影响任何人。"
        onRetry={() => {
          void reload();
          preview.reload();
        }}
      />
    );
  if (desk === null) return <Bones />;
  const { job, stuck, sending } = publishing;
  const published = job !== null;
  const drafts = desk.items.filter(({ isDraft }) => isDraft);
  return (
    <View className="preview">
      {published ? (
        <Progress job={job} />
      ) : (
        <>
          <Panel id="preview-drafts" title={`${drafts.length} 处修改待发布`}>
            {drafts.length === 0 && (
              <Text className="preview__quiet">没有要发布的修改。在规则里改好保存后，会出现在这里。</Text>
            )}
            {drafts.map(({ kind, id, changedText }) => (
              <Text key={`${kind}${id}`} className="preview__line">
                {`${itemText(desk, kind, id)} · ${changedText}`}
              </Text>
            ))}
          </Panel>
          {drafts.length > 0 && <Forecast preview={preview.preview} onTurn={preview.turnTo} />}
        </>
      )}
      {stuck !== null && (
        <Notice
          id="publish-stuck"
          mark={<Icon name="cloud-off" />}
          text={troubleSentence(stuck).text}
          more={['修改都存着，还没有发布']}
        />
      )}
      {!published && drafts.length > 0 && (
        <Button id="publish" look="primary" asleep={sending} onTap={() => setAsking(true)}>
          {sending ? '正在发布…' : '发布'}
        </Button>
      )}
      {asking && (
        <Dialog
          id="publish-sure"
          text="发布后按生效日期开始判定；生效日期在今天以前的，那些天会重新判定，员工能看到前后变化。"
          yes="发布"
          no="再看看"
          onYes={() => {
            setAsking(false);
            void publishing.publish();
          }}
          onNo={() => setAsking(false)}
        />
      )}
    </View>
  );
}

interface ForecastProps {
  readonly preview: RulePreview | null;
  readonly onTurn: (month: string) => void;
}

function Forecast({ preview, onTurn }: ForecastProps) {
  if (preview === null) return <Bones />;
  const { monthText, otherMonth, changedPeople, changedDays, judgedPeople, people } = preview;
  return (
    <>
      <Panel id="preview-sum" title={`如果这些修改在${monthText}一直生效`}>
        <Text className="preview__head">
          {changedDays === 0 ? '没有人的结果变化' : `影响 ${changedPeople} 人，${changedDays} 天结果变化`}
        </Text>
        <Text className="preview__quiet">
          {preview.next === null
            ? `试算了 ${judgedPeople} 人，没有改动任何记录`
            : `正在试算，已看 ${judgedPeople} 人…`}
        </Text>
        <Sums preview={preview} />
        {otherMonth !== null && (
          <Button id="preview-other" look="text" onTap={() => onTurn(otherMonth)}>
            {`换成 ${monthWords(otherMonth)} 试算`}
          </Button>
        )}
      </Panel>
      <View className="preview__people">
        {people.map(({ employmentId, name, departmentName, days }) => (
          <Panel key={employmentId} id={`preview-${employmentId}`} title={`${name} · ${departmentName}`}>
            {days.map(({ date, dateText, before, after }) => (
              <Text key={date} className="preview__line">{`${dateText}：${before} → ${after}`}</Text>
            ))}
          </Panel>
        ))}
      </View>
      {changedPeople > people.length && (
        <Text className="preview__quiet">{`另外 ${changedPeople - people.length} 人也有变化，这里不逐一列出`}</Text>
      )}
    </>
  );
}

/** '10月' of '2026-10'. */
const monthWords = (month: string): string => `${Number(month.slice(5))}月`;

const SUMS = [
  ['迟到', 'lateCount', 'lateMinutes'],
  ['早退', 'earlyCount', 'earlyMinutes'],
  ['旷工', 'absentCount', 'absentMinutes'],
] as const;

const Sums = ({ preview: { before, after } }: { readonly preview: RulePreview }) => (
  <View className="preview__sums">
    {SUMS.map(([word, count, minutes]) => (
      <Text key={word} className="preview__line">
        {`${word}：${before[count]} 次 ${before[minutes]} 分钟 → ${after[count]} 次 ${after[minutes]} 分钟`}
      </Text>
    ))}
    <Text className="preview__line">
      {`加班：${minutesText(before.overtimeMinutes)} → ${minutesText(after.overtimeMinutes)}`}
    </Text>
    <Text className="preview__line">{`少卡：${before.missingCount} 次 → ${after.missingCount} 次`}</Text>
  </View>
);

const Progress = ({ job }: { readonly job: Rejudging }) => {
  const { state, donePeople, totalPeople, changedPeople, changedDays, lockedPeople, lockedNames, sinceText } =
    job;
  const share = totalPeople === 0 ? 100 : Math.round((donePeople / totalPeople) * 100);
  return (
    <Panel id="publish-progress" title={state === 'done' ? '已发布' : '已发布，正在重新判定'}>
      {sinceText === null ? (
        <Text className="preview__head">从生效日期起按新规则判定，过去的日子没有改变</Text>
      ) : (
        <>
          <Text className="preview__head">{`${donePeople} / ${totalPeople} 人`}</Text>
          <View className="preview__track">
            <View className="preview__bar" style={{ width: `${share}%` }} />
          </View>
          <Text className="preview__quiet">
            {state === 'done'
              ? `从 ${sinceText} 起重新判定：${changedPeople} 人、${changedDays} 天结果变化，员工在当天能看到前后`
              : '可以离开这个页面，判定会自己继续'}
          </Text>
        </>
      )}
      {lockedPeople > 0 && (
        <Notice
          id="publish-locked"
          mark={<StatusMark tone="info" />}
          text={`${lockedPeople} 人的月份已锁定，保持原来的结果`}
          more={[lockedNames.join('、')]}
        />
      )}
    </Panel>
  );
};

const Bones = () => (
  <Panel id="preview-loading">
    {[50, 80, 60].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
