import { Text, View } from '@tarojs/components';
import type { MonthChanges } from '@contract/contract';
import { ask } from '@/cloud/ask';
import { openPersonReport } from '@/navigation/report-links';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import { usePages } from './use-pages';

const MOST_PEOPLE = 60;

interface ChangesPanelProps {
  readonly month: string;
  readonly branchId: string | null;
  /** Read again when the month was locked or opened once more. */
  readonly version: string;
}

/** Of a month that was opened again: whose days read otherwise than they were signed, before and after. */
export function ChangesPanel({ month, branchId, version }: ChangesPanelProps) {
  const { whole, isDone, trouble, again } = usePages<MonthChanges>(
    `${month} ${branchId ?? ''} ${version}`,
    (after) => ask('month.changes', { month, branchId, after }),
    (one, other) => ({ people: [...one.people, ...other.people], next: other.next }),
  );
  if (trouble !== null)
    return (
      <Notice mark={<StatusMark tone="absent" />} text={troubleSentence(trouble).text}>
        <Button look="compact" onTap={again}>
          再试一次
        </Button>
      </Notice>
    );
  const people = whole?.people ?? [];
  return (
    <Panel id="month-changes" title="上次结账以后的变化">
      {people.length === 0 && (
        <Text className="months__quiet">{isDone ? '和上次结账时一样。' : '正在比对…'}</Text>
      )}
      {people.slice(0, MOST_PEOPLE).map(({ employmentId, name, departmentName, days }) => (
        <View
          key={employmentId}
          id={`changed-${employmentId}`}
          className="months__changed"
          onClick={() => void openPersonReport({ employmentId, month, column: null })}
        >
          <Text className="months__name">{`${name} ${departmentName}`}</Text>
          {days.map(({ dateText, before, after }) => (
            <Text key={dateText} className="months__line">{`${dateText}：${before} → ${after}`}</Text>
          ))}
        </View>
      ))}
      {people.length > MOST_PEOPLE && (
        <Text className="months__quiet">{`另有 ${people.length - MOST_PEOPLE} 人，可在出勤报表里逐人查看`}</Text>
      )}
    </Panel>
  );
}
