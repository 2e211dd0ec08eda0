import { View } from '@tarojs/components';
import type { OutputOf } from '@contract/contract';
import { useEffect, useState } from 'react';
import { ask } from '@/cloud/ask';
import { askToBind, canBind } from '@/phone/employee-relation';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { ReminderAsk } from './reminder-ask';

type Channels = OutputOf<'reminders.channels'>;

/**
 * Asks to be told of what comes next, where a person has just applied or decided: once for good as the company's
 * staff, or one message at a time, with what is left.
 */
export function ChannelsAsk() {
  const [channels, setChannels] = useState<Channels | null>(null);
  useEffect(() => {
    // Without an answer nothing is asked: this is an offer, not what the person came for.
    void ask('reminders.channels', {}).then((outcome) => {
      if (outcome.kind === 'done') setChannels(outcome.value);
    });
  }, []);
  if (channels === null) return null;
  return (
    <View id="channels">
      <BindingAsk employee={channels.employee} onChannels={setChannels} />
      <ReminderAsk reminders={channels.reminders} />
    </View>
  );
}

interface BindingAskProps {
  readonly employee: Channels['employee'];
  readonly onChannels: (channels: Channels) => void;
}

/** 用工消息: bound once, every task rings. Those who are bound, and phones that cannot be, see nothing. */
function BindingAsk({ employee, onChannels }: BindingAskProps) {
  const [failed, setFailed] = useState(false);
  if (employee === null || employee.bound || !canBind()) return null;
  const bind = async () => {
    const answer = await askToBind(employee.templateIds);
    if (answer === null) return setFailed(true);
    const outcome = await ask('reminders.recordBinding', {
      bound: answer.bound,
      templateIds: [...answer.templateIds],
    });
    if (outcome.kind === 'done') onChannels(outcome.value);
  };
  return (
    <Notice
      id="employee-binding"
      mark={<Icon name="bell" />}
      text="绑定一次，待办都会直接发到微信"
      more={failed ? ['微信没有问成，可以稍后再试'] : ['离职并拿到证明后自动解除']}
    >
      <Button id="bind-employee" look="compact" onTap={() => void bind()}>
        绑定
      </Button>
    </Notice>
  );
}
