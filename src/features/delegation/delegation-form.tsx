import { Picker, Text, View } from '@tarojs/components';
import type { InputOf } from '@contract/contract';
import { useState } from 'react';
import { PeoplePicker } from '@/features/people-picker/people-picker';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { dayText } from '@/wording/times';
import type { DelegationsView } from './use-delegations';

interface DelegationFormProps {
  readonly flows: DelegationsView['flows'];
  readonly today: string;
  readonly busy: boolean;
  /** Resolves to whether it was set: then the form is empty again. */
  readonly onSet: (wish: Omit<InputOf<'delegation.set'>, 'commandId'>) => Promise<boolean>;
}

/** Who, from when to when, and for what: everything unless one says less. */
export function DelegationForm({ flows, today, busy, onSet }: DelegationFormProps) {
  const [to, setTo] = useState<{ readonly employmentId: string; readonly name: string } | null>(null);
  const [days, setDays] = useState({ from: today, to: today });
  const [only, setOnly] = useState<readonly string[]>([]);
  const [picking, setPicking] = useState(false);
  const turn = (id: string) =>
    setOnly((had) => (had.includes(id) ? had.filter((one) => one !== id) : [...had, id]));
  const send = async () => {
    if (to === null) return setPicking(true);
    const flowIds = only.length === 0 ? null : [...only];
    if (await onSet({ toEmploymentId: to.employmentId, ...days, flowIds })) setTo(null);
  };
  return (
    <Panel id="delegation-form" title="新的委托">
      <View
        id="delegation-to"
        className="delegation__field"
        hoverClass="delegation__field--pressed"
        onClick={() => setPicking(true)}
      >
        <Text className="delegation__label">交给谁</Text>
        <Text>{to?.name ?? '选一位同事'}</Text>
      </View>
      <Day
        id="delegation-from"
        label="从"
        date={days.from}
        start={today}
        onChoose={(from) => setDays({ from, to: days.to < from ? from : days.to })}
      />
      <Day
        id="delegation-until"
        label="到（含当天）"
        date={days.to}
        start={days.from}
        onChoose={(last) => setDays({ ...days, to: last })}
      />
      <Text className="delegation__label">哪些事项（不选就是全部）</Text>
      <View className="delegation__flows">
        {flows.map(({ id, title }) => (
          <View
            key={id}
            id={`delegation-flow-${id}`}
            className={`delegation__flow${only.includes(id) ? ' delegation__flow--chosen' : ''}`}
            onClick={() => turn(id)}
          >
            <Text>{`${only.includes(id) ? '✓ ' : ''}${title}`}</Text>
          </View>
        ))}
      </View>
      <Text className="delegation__quiet">
        对方会收到你的待办并以自己的名字处理，你能看到结果。你本人的申请不会转交。
      </Text>
      <Button id="delegation-set" look="primary" asleep={busy} onTap={() => void send()}>
        {to === null ? '选一位同事' : `交给${to.name}代办`}
      </Button>
      {picking && (
        <PeoplePicker
          title="不在时由谁代办"
          onClose={() => setPicking(false)}
          onPick={(picked) => {
            setTo(picked);
            setPicking(false);
          }}
        />
      )}
    </Panel>
  );
}

interface DayProps {
  readonly id: string;
  readonly label: string;
  readonly date: string;
  /** The first day that can be chosen. */
  readonly start: string;
  readonly onChoose: (date: string) => void;
}

const Day = ({ id, label, date, start, onChoose }: DayProps) => (
  <Picker
    mode="date"
    name={id}
    value={date}
    start={start}
    onChange={(event) => onChoose(String(event.detail.value))}
  >
    <View id={id} className="delegation__field">
      <Text className="delegation__label">{label}</Text>
      <Text>{dayText(date)}</Text>
    </View>
  </Picker>
);
