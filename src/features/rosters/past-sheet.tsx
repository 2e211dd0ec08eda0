import { Text, View } from '@tarojs/components';
import type { InputOf, RosterPreview } from '@contract/contract';
import { useEffect, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { Skeleton } from '@/ui/skeleton';
import { troubleSentence } from '@/wording/troubles';
import './roster.scss';

interface PastSheetProps {
  readonly changes: InputOf<'roster.preview'>['changes'];
  readonly onKeep: () => void;
  readonly onDrop: () => void;
  readonly onClose: () => void;
}

/** Days gone by are kept only after this: who changes, which day, from what to what. */
export function PastSheet({ changes, onKeep, onDrop, onClose }: PastSheetProps) {
  const [preview, setPreview] = useState<RosterPreview | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  useEffect(() => {
    const read = async () => {
      const outcome = await ask('roster.preview', { changes });
      if (outcome.kind === 'done') setPreview(outcome.value);
      else setTrouble(outcome);
    };
    void read();
  }, [changes]);
  return (
    <Sheet id="roster-past" title="改已经过去的日子" onClose={onClose}>
      {trouble !== null && <Text className="roster__quiet">{troubleSentence(trouble).text}</Text>}
      {trouble === null && preview === null && <Skeleton width={80} />}
      {preview !== null && (
        <>
          <Text>
            {preview.changedDays === 0
              ? '保存后，没有哪一天的考勤结果会变。'
              : `保存后，${preview.people.length} 人 ${preview.changedDays} 天的考勤结果会变：`}
          </Text>
          {preview.people.map(({ employmentId, name, days }) => (
            <View key={employmentId} className="roster__line">
              <Text>{name}</Text>
              {days.map(({ date, dateText, before, after }) => (
                <Text key={date} className="roster__quiet">{`${dateText}：${before} → ${after}`}</Text>
              ))}
            </View>
          ))}
          {preview.measuresRequests && (
            <Text className="roster__quiet">这些日子上的请假、公出、加班时长和假期余额会一起重新计算。</Text>
          )}
          <Button id="past-keep" look="primary" onTap={onKeep}>
            保存，重新判定
          </Button>
        </>
      )}
      <Button id="past-drop" look="plain" onTap={onDrop}>
        不改了，恢复原样
      </Button>
    </Sheet>
  );
}
