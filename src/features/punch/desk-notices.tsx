import { View } from '@tarojs/components';
import type { TodayView } from '@contract/contract';
import { goTo, MONTH } from '@/navigation/destination';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { StatusMark } from '@/ui/status-mark';
import { wallClock } from '@/wording/times';
import { troubleSentence } from '@/wording/troubles';
import { AnswerNotice } from './answer-notice';
import { punchOutbox } from './punch-outbox';
import type { PunchDesk } from './use-punch-desk';
import { WaitingNotice } from './waiting-notice';

const seeDay = (date: string) => void goTo({ path: MONTH, params: { date } });

interface DeskNoticeProps {
  readonly desk: PunchDesk;
  readonly view: TodayView;
}

/** Punches that wait, and what the server said to those that came through. */
export function OnItsWay({ desk, view }: DeskNoticeProps) {
  const { utcOffsetMinutes } = view;
  return (
    <>
      {desk.phase !== 'sending' && (
        <WaitingNotice
          waiting={desk.waiting}
          utcOffsetMinutes={utcOffsetMinutes}
          onSend={desk.refresh}
          onDrop={punchOutbox.drop}
        />
      )}
      {desk.answered.map((answered) => (
        <AnswerNotice
          key={answered.punchId}
          answered={answered}
          utcOffsetMinutes={utcOffsetMinutes}
          onSeeDay={seeDay}
          onDismiss={() => punchOutbox.dismiss(answered.punchId)}
        />
      ))}
    </>
  );
}

/** The day is one that was seen earlier: since when, and why. */
export function StaleNotice({ desk, view }: DeskNoticeProps) {
  const { fresh, trouble } = desk.today;
  // What waits says already that nothing gets through.
  if (fresh || trouble === null || desk.waiting.length > 0) return null;
  const fault = trouble.kind === 'fault' ? `。编号 ${trouble.faultId}` : '';
  return (
    <View id="offline">
      <Notice
        mark={<Icon name="cloud-off" />}
        text={troubleSentence(trouble).text}
        more={[`这里是 ${wallClock(view.now, view.utcOffsetMinutes)} 看到的${fault}`]}
      >
        <Button id="retry" look="compact" onTap={desk.refresh}>
          再试一次
        </Button>
      </Notice>
    </View>
  );
}

/** One gentle line about a day that needs the person. */
export function Nudge({ nudge }: Pick<TodayView, 'nudge'>) {
  if (nudge === null) return null;
  return (
    <View id="nudge">
      <Notice mark={<StatusMark tone="missing" />} text={nudge.text}>
        <Button id="nudge-see-day" look="compact" onTap={() => seeDay(nudge.date)}>
          看这一天
        </Button>
      </Notice>
    </View>
  );
}
