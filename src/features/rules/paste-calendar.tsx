import { Text, Textarea, View } from '@tarojs/components';
import { readCalendar, type UnreadLine } from '@domain/time/read-calendar';
import type { SpecialDay } from '@domain/time/workday-calendar';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { dayWithWeekday } from '@/wording/times';
import { KIND_WORDS } from './calendar-words';
import './paste-calendar.scss';

interface PasteCalendarProps {
  /** Of dates that name none. */
  readonly year: number;
  readonly onTake: (days: readonly SpecialDay[]) => void;
  readonly onClose: () => void;
}

const WHY: Readonly<Record<UnreadLine['why'], string>> = {
  'no-date': '没有看懂日期',
  'no-kind': '没有写明上班、休息还是法定',
  'too-long': '一行最多 31 天',
};

/** 粘贴一年的安排: what was understood is shown before it is taken, and what was not, with its line. */
export function PasteCalendar({ year, onTake, onClose }: PasteCalendarProps) {
  const [text, setText] = useState('');
  const { days, unread } = readCalendar(text, year);
  return (
    <Sheet id="paste" title={`粘贴 ${year} 年的安排`} onClose={onClose}>
      <View className="paste">
        <Text className="field__sentence">
          一行一天或一段，例如：{`\n`}2月5日至2月11日 春节 休{`\n`}2月14日 补班{`\n`}10月1日 国庆节 法定
        </Text>
        <Textarea
          id="paste-text"
          className="paste__text"
          maxlength={8000}
          value={text}
          placeholder="把安排粘贴在这里"
          onInput={(event) => setText(event.detail.value)}
        />
        {unread.map(({ line, text: said, why }) => (
          <Text key={line} id={`paste-unread-${line}`} className="field__problem">
            {`第 ${line} 行“${said.slice(0, 20)}”：${WHY[why]}`}
          </Text>
        ))}
        <View id="paste-read">
          {days.map(({ date, kind, name }) => (
            <Text key={date} className="field__sentence">
              {`${dayWithWeekday(date)} ${name}（${KIND_WORDS[kind]}）`}
            </Text>
          ))}
        </View>
        <Button id="paste-take" look="primary" asleep={days.length === 0} onTap={() => onTake(days)}>
          {days.length === 0 ? '还没有读到日期' : `加入这 ${days.length} 天`}
        </Button>
      </View>
    </Sheet>
  );
}
