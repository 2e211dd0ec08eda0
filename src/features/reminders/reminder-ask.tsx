import { View } from '@tarojs/components';
import type { TodayView } from '@contract/contract';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { useReminders, type Asked } from './use-reminders';

interface ReminderAskProps {
  readonly reminders: TodayView['reminders'];
}

const WORDS: { readonly [A in Asked]: string } = {
  idle: '每同意一次，微信提醒一次',
  asking: '每同意一次，微信提醒一次',
  accepted: '好的，到时提醒你',
  declined: '没有打开提醒，随时可以再来',
  unavailable: '微信没有问成。请在小程序右上角“设置”里打开订阅消息',
  kept: '已记在手机上，连上后生效',
};

/** Offers WeChat's one-message reminders where a person has just done something, and says how many are left. */
export function ReminderAsk({ reminders: fromServer }: ReminderAskProps) {
  const { reminders, asked, acceptMore } = useReminders(fromServer);
  if (reminders.length === 0) return null;
  return (
    <View id="reminders">
      <Notice mark={<Icon name="bell" />} text={WORDS[asked]} more={reminders.map(leftText)}>
        <Button id="remind-me" look="compact" asleep={asked === 'asking'} onTap={() => void acceptMore()}>
          提醒我
        </Button>
      </Notice>
    </View>
  );
}

const leftText = ({ title, left }: TodayView['reminders'][number]) =>
  `${title} · ${left === 0 ? '还没打开' : `还剩 ${left} 次`}`;
