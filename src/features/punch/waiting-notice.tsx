import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { wallClock } from '@/wording/times';
import { troubleSentence } from '@/wording/troubles';
import type { WaitingPunch } from './outbox';

interface WaitingNoticeProps {
  readonly waiting: readonly WaitingPunch[];
  readonly utcOffsetMinutes: number;
  readonly onSend: () => void;
  readonly onDrop: (punchId: string) => void;
}

/** Punches that are kept on the phone: how many, from when, and that they are safe. */
export function WaitingNotice({ waiting, utcOffsetMinutes, onSend, onDrop }: WaitingNoticeProps) {
  const [first] = waiting;
  if (first === undefined) return null;
  const times = waiting.map(({ tappedAt }) => wallClock(tappedAt, utcOffsetMinutes)).join('、');
  const stuck = first.trouble?.kind === 'fault' ? first.trouble : null;
  return (
    <View id="waiting">
      <Notice
        mark={<Icon name="waiting" />}
        text={`等待发送 ${waiting.length} 条 · ${times}`}
        more={
          stuck === null
            ? [`${first.trouble === null ? '' : `${troubleSentence(first.trouble).text}，`}打卡已存在手机上`]
            : [`${troubleSentence(stuck).text}，打卡仍存在手机上。编号 ${stuck.faultId}`]
        }
      >
        <Button id="send-waiting" look="compact" onTap={onSend}>
          现在发送
        </Button>
        {stuck !== null && (
          <Button id="drop-waiting" look="text" onTap={() => onDrop(first.punchId)}>
            不再发送
          </Button>
        )}
      </Notice>
    </View>
  );
}
