import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { StatusMark } from '@/ui/status-mark';
import { refusalSentence } from '@/wording/refusals';
import { wallClock } from '@/wording/times';
import type { AnsweredPunch } from './outbox';

interface AnswerNoticeProps {
  readonly answered: AnsweredPunch;
  readonly utcOffsetMinutes: number;
  readonly onSeeDay: (date: string) => void;
  readonly onDismiss: () => void;
}

/** What the server made of a punch, and why. One that waited names its own time and the correction it offers. */
export function AnswerNotice({ answered, utcOffsetMinutes, onSeeDay, onDismiss }: AnswerNoticeProps) {
  const { said, delayed, tappedAt } = answered;
  const waited = delayed ? `${wallClock(tappedAt, utcOffsetMinutes)} 的打卡已送到：` : '';
  if (said.kind === 'refused')
    return (
      <View id="punch-refused">
        <Notice mark={<StatusMark tone="info" />} text={`${waited}${refusalSentence(said.refusal).text}`}>
          <Button id="dismiss-answer" look="compact" onTap={onDismiss}>
            知道了
          </Button>
        </Notice>
      </View>
    );
  const { tone, text, why, correction } = said.answer;
  return (
    <View id="punch-answer">
      <Notice
        mark={<StatusMark tone={tone} />}
        text={`${waited}${text}`}
        more={
          correction === null
            ? why
            : [...why, `手机记下的时间是 ${correction.claimedAtText}，可以凭它申请补卡。`]
        }
      >
        {correction !== null && (
          <Button id="see-correction" look="compact" onTap={() => onSeeDay(correction.date)}>
            看这一天
          </Button>
        )}
        {delayed && (
          <Button id="dismiss-answer" look="text" onTap={onDismiss}>
            知道了
          </Button>
        )}
      </Notice>
    </View>
  );
}
