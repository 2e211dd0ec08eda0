import { Picker, Text, Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { PeoplePicker } from '@/features/people-picker/people-picker';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import { refusalSentence } from '@/wording/refusals';
import { dayWithWeekday } from '@/wording/times';
import { troubleSentence } from '@/wording/troubles';
import { useSwap } from './use-swap';
import './swap.scss';

/** 换班: with whom, which days, what it changes for both; then one tap to ask. */
export function SwapDesk() {
  const { wish, draft, stuck, sending, canSend, write, send } = useSwap();
  const [picking, setPicking] = useState(false);
  const { colleague, mine, theirs, reason } = wish;
  return (
    <View className="swap">
      <Panel id="swap-wish" title="和谁换，换哪天">
        <Line
          id="swap-colleague"
          label="同事"
          value={colleague?.name ?? '点这里选'}
          onTap={() => setPicking(true)}
        />
        <Day
          id="swap-mine"
          label="我的日子"
          date={mine}
          onChoose={(date) => write({ mine: date, theirs: theirs ?? date })}
        />
        <Day id="swap-theirs" label="对方的日子" date={theirs} onChoose={(date) => write({ theirs: date })} />
        <Text className="swap__quiet">这两天，两个人的班次会对换。同一天互换，就选同一个日子。</Text>
      </Panel>
      {draft !== null && (
        <Notice
          id="swap-draft"
          mark={<StatusMark tone={draft.refusal === null ? 'ok' : 'missing'} />}
          text={draft.refusal === null ? '换班以后：' : refusalSentence(draft.refusal as never).text}
          more={draft.refusal === null ? draft.text.split('；') : []}
        />
      )}
      <Panel title="原因">
        <Textarea
          id="swap-reason"
          name="reason"
          className="swap__reason"
          placeholder="写一句就好，同事和负责人会看到"
          placeholderClass="swap__placeholder"
          maxlength={200}
          value={reason}
          onInput={(event) => write({ reason: event.detail.value })}
        />
      </Panel>
      {stuck !== null && (
        <Notice
          id="swap-stuck"
          mark={<Icon name="cloud-off" />}
          text={troubleSentence(stuck).text}
          more={['已写的内容留在手机上']}
        />
      )}
      <Button id="swap-send" look="primary" asleep={!canSend} onTap={() => void send()}>
        {sending ? '正在发送…' : colleague === null ? '请同事换班' : `请${colleague.name}换班`}
      </Button>
      <Text className="swap__quiet">同事同意后，由你的负责人审批；通过后两人的排班一起对换。</Text>
      {picking && (
        <PeoplePicker
          title="和谁换班"
          onPick={(picked) => {
            setPicking(false);
            write({ colleague: picked });
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </View>
  );
}

interface LineProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onTap?: () => void;
}

const Line = ({ id, label, value, onTap }: LineProps) => (
  <View id={id} className="swap__line" hoverClass="swap__line--pressed" onClick={onTap}>
    <Text className="swap__quiet">{label}</Text>
    <Text>{value}</Text>
  </View>
);

interface DayProps {
  readonly id: string;
  readonly label: string;
  readonly date: string | null;
  readonly onChoose: (date: string) => void;
}

const Day = ({ id, label, date, onChoose }: DayProps) => (
  <Picker mode="date" value={date ?? ''} onChange={(event) => onChoose(String(event.detail.value))}>
    <Line id={id} label={label} value={date === null ? '点这里选' : dayWithWeekday(date)} />
  </Picker>
);
