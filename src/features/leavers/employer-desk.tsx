import { Picker, Text, Textarea, View } from '@tarojs/components';
import { dateText, type LocalDate } from '@domain/time/local-date';
import { useState } from 'react';
import { Bones, SaidNotice } from '@/features/departments/step-frame';
import { PeoplePicker } from '@/features/people-picker/people-picker';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Panel } from '@/ui/panel';
import { useEmployer } from './use-employer';
import './leavers.scss';

const MOST_LETTERS = 1000;

/** 员工失联: the way of the law in plain words, then the report. Nothing on it holds anything back. */
export function EmployerDesk() {
  const report = useEmployer();
  const [picking, setPicking] = useState(false);
  const { path, trouble, person, lastSeen, plannedEnd, stuck } = report;
  if (trouble !== null && path === null)
    return (
      <ErrorState
        id="employer-trouble"
        trouble={trouble}
        safe="还没有登记任何事。"
        onRetry={() => void report.reload()}
      />
    );
  if (path === null) return <Bones id="employer-loading" />;
  return (
    <View className="leavers">
      <Panel id="employer-law" title="员工联系不上时，法律怎么要求">
        {path.steps.map(({ title, text, dayText }, index) => (
          <View key={title} className="leavers__wait">
            <Text className="leavers__name">{`${index + 1}. ${title}`}</Text>
            <Text>{text}</Text>
            <Text className="leavers__quiet">{dayText}</Text>
          </View>
        ))}
      </Panel>
      <Panel title="登记">
        <View id="employer-person" className="leavers__input" onClick={() => setPicking(true)}>
          <Text>{person?.name ?? '选择员工'}</Text>
        </View>
        <DayChoice
          id="employer-seen"
          label="最后一次出现"
          day={lastSeen}
          until={path.today}
          onChoose={report.setLastSeen}
        />
        <DayChoice
          id="employer-end"
          label="计划终止日"
          day={plannedEnd}
          from={path.earliestEnd}
          onChoose={report.setPlannedEnd}
        />
        <Textarea
          id="employer-attempts"
          name="attempts"
          className="leavers__textarea"
          placeholder="每一次联系：时间、方式、找了谁、结果"
          placeholderClass="leavers__placeholder"
          maxlength={MOST_LETTERS}
          value={report.attempts}
          onInput={(event) => report.setAttempts(event.detail.value)}
        />
      </Panel>
      {stuck !== null && <SaidNotice id="employer-stuck" said={{ trouble: stuck }} />}
      <Button id="employer-send" look="primary" asleep={!report.canSend} onTap={() => void report.send()}>
        {report.sending ? '正在登记…' : '登记失联，开始这条路'}
      </Button>
      <Text className="leavers__quiet">员工一有回应，这条路立即结束。</Text>
      {picking && (
        <PeoplePicker
          title="谁联系不上"
          onClose={() => setPicking(false)}
          onPick={(picked) => {
            setPicking(false);
            report.setPerson(picked);
          }}
        />
      )}
    </View>
  );
}

interface DayChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly day: string | null;
  readonly from?: string;
  readonly until?: string;
  readonly onChoose: (day: string) => void;
}

const DayChoice = ({ id, label, day, from, until, onChoose }: DayChoiceProps) => (
  <Picker
    mode="date"
    value={day ?? until ?? from ?? ''}
    {...(from !== undefined && { start: from })}
    {...(until !== undefined && { end: until })}
    onChange={(event) => onChoose(event.detail.value)}
  >
    <View id={id} className="leavers__input">
      <Text>{`${label}：${day === null ? '请选择' : dateText(day as LocalDate)}`}</Text>
    </View>
  </Picker>
);
