import { Text, View } from '@tarojs/components';
import type { TodayView } from '@contract/contract';
import { useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { newId } from '@/phone/new-id';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { troubleSentence } from '@/wording/troubles';
import './shift-choice.scss';

interface ShiftChoiceProps {
  readonly view: Pick<TodayView, 'choice' | 'dutyDate'>;
  /** The day is another one now: ask again. */
  readonly onChosen: () => void;
}

/** 未排班时可自选班次, right above the button: one tap, changeable until the first punch. */
export function ShiftChoice({ view: { choice, dutyDate }, onChosen }: ShiftChoiceProps) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const command = useRef<{ readonly shiftId: string; readonly id: string } | null>(null);
  if (choice === undefined) return null;
  const choose = async (shiftId: string) => {
    if (command.current?.shiftId !== shiftId) command.current = { shiftId, id: newId() };
    setBusy(true);
    const outcome = await ask('roster.choose', { commandId: command.current.id, date: dutyDate, shiftId });
    setBusy(false);
    setTrouble(outcome.kind === 'done' ? null : outcome);
    if (outcome.kind === 'done') onChosen();
  };
  return (
    <Panel
      id="shift-choice"
      title={choice.chosenId === null ? '今天没有排班，选一个班次' : '今天的班次（打卡前可以换）'}
    >
      <View className="shift-choice">
        {choice.shifts.map(({ id, name, timeText }) => (
          <Button
            key={id}
            id={`choose-${id}`}
            look={id === choice.chosenId ? 'primary' : 'compact'}
            asleep={busy || id === choice.chosenId}
            onTap={() => void choose(id)}
          >
            {`${name} ${timeText}`}
          </Button>
        ))}
      </View>
      {trouble !== null && <Text className="shift-choice__trouble">{troubleSentence(trouble).text}</Text>}
    </Panel>
  );
}
