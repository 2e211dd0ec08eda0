import { Picker, Text, Textarea, View } from '@tarojs/components';
import type { InputOf } from '@contract/contract';
import { clockText } from '@domain/time/work-minute';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { Check, DateLine } from './field-control';

export type LeavingDates = InputOf<'case.changeDates'>['dates'];
export type ChangedDates = Pick<InputOf<'case.changeDates'>, 'dates' | 'reason' | 'agreed'>;

const MOST_LETTERS = 500;

const DAYS = [
  ['lastDay', '最后工作日'],
  ['contractEnd', '合同终止日'],
  ['payrollEnd', '薪资截止日'],
  ['handoverDue', '交接截止日'],
] as const;

interface ChangeDatesSheetProps {
  readonly dates: LeavingDates;
  readonly onClose: () => void;
  readonly onSend: (changed: ChangedDates) => void;
}

/** HR changes dates of a leaving: all of them in sight, a reason, and the employee's consent where it is needed. */
export function ChangeDatesSheet({ dates, onClose, onSend }: ChangeDatesSheetProps) {
  const [given, setGiven] = useState(dates);
  const [text, setText] = useState('');
  const [agreed, setAgreed] = useState(false);
  const reason = text.trim();
  const needsConsent = given.lastDay !== dates.lastDay || given.contractEnd !== dates.contractEnd;
  const isSame = JSON.stringify(given) === JSON.stringify(dates);
  const { accessEnd } = given;
  const setAccess = (part: Partial<LeavingDates['accessEnd']>) =>
    setGiven({ ...given, accessEnd: { ...accessEnd, ...part } });
  return (
    <Sheet id="dates-sheet" title="更改日期" onClose={onClose}>
      {DAYS.map(([name, label]) => (
        <View key={name} className="task-form__field">
          <Text className="task-form__label">{label}</Text>
          <DateLine
            id={`dates-${name}`}
            value={given[name]}
            onChoose={(day) => setGiven({ ...given, [name]: day })}
          />
        </View>
      ))}
      <View className="task-form__field">
        <Text className="task-form__label">账号停用时间</Text>
        <DateLine id="dates-accessEnd" value={accessEnd.date} onChoose={(date) => setAccess({ date })} />
        <Picker
          mode="time"
          name="dates-accessTime"
          value={clockText(accessEnd.minute)}
          onChange={(event) => setAccess({ minute: minuteOfClock(String(event.detail.value)) })}
        >
          <View id="dates-accessTime" className="task-form__line">
            <Text>{clockText(accessEnd.minute)}</Text>
          </View>
        </Picker>
      </View>
      <Text className="case__hint">
        工资至少发到合同终止的那一天；工资、离职证明和社保、档案转移不等交接。
      </Text>
      {needsConsent && (
        <Check
          id="dates-agreed"
          word="员工已同意新的最后工作日和合同终止日"
          on={agreed}
          onTap={() => setAgreed(!agreed)}
        />
      )}
      <Textarea
        id="dates-reason"
        name="datesReason"
        className="case__reason"
        placeholder="为什么改，员工会看到"
        placeholderClass="case__placeholder"
        maxlength={MOST_LETTERS}
        value={text}
        onInput={(event) => setText(event.detail.value)}
      />
      <View className="case__reason-send">
        <Button
          id="dates-send"
          look="primary"
          asleep={isSame || reason === '' || (needsConsent && !agreed)}
          onTap={() => onSend({ dates: given, reason, agreed })}
        >
          更改日期
        </Button>
      </View>
    </Sheet>
  );
}

/** '18:05' → 1085. */
function minuteOfClock(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
