import { Text, View } from '@tarojs/components';
import type { RosterDesk } from '@contract/contract';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { StatusMark } from '@/ui/status-mark';
import { markName, whyText } from '@/wording/rosters';
import { dayWithWeekday } from '@/wording/times';
import { troubleSentence } from '@/wording/troubles';
import { type BoardState, keyOf, type RosterBoard, type Told } from './roster-board';
import './roster.scss';

interface BoardNoticesProps {
  readonly desk: RosterDesk;
  readonly board: RosterBoard;
  readonly state: BoardState;
}

const MOST_TOLD = 5;

/** What others changed in between, and what cannot be: cell by cell, with both versions and the next step. */
export function BoardNotices({ desk, board, state }: BoardNoticesProps) {
  const { told } = state;
  const nameOf = (id: string): string =>
    desk.people.find(({ employmentId }) => employmentId === id)?.name ?? '';
  const text = ({ employmentId, date, now, takenBy, why, wanted }: Told): string => {
    const where = `${nameOf(employmentId)} ${dayWithWeekday(date)}`;
    return why === null
      ? `${where}：${takenBy ?? '同事'} 刚改成了${markName(desk.shifts, now)}，你要的是${markName(desk.shifts, wanted)}`
      : `${where}没有排上${markName(desk.shifts, wanted)}：${whyText(why)}`;
  };
  return (
    <View id="roster-told">
      {told.slice(0, MOST_TOLD).map((one) => (
        <Notice
          key={keyOf(one)}
          id={`told-${keyOf(one).replace(' ', '-')}`}
          mark={<StatusMark tone="info" />}
          text={text(one)}
        >
          {one.why === null && (
            <Button
              look="compact"
              onTap={() => {
                board.dismiss(keyOf(one));
                board.paint([{ employmentId: one.employmentId, date: one.date, to: one.wanted }]);
              }}
            >
              仍改成我的
            </Button>
          )}
          <Button look="text" onTap={() => board.dismiss(keyOf(one))}>
            知道了
          </Button>
        </Notice>
      ))}
      {told.length > MOST_TOLD && (
        <Text className="roster__quiet">{`还有 ${told.length - MOST_TOLD} 格没有排上，先看上面的。`}</Text>
      )}
    </View>
  );
}

/** Whether everything is kept, right where the thumb is. */
export function SavedLine({ board, state }: Omit<BoardNoticesProps, 'desk'>) {
  const waiting = state.waiting.length + (state.sending?.changes.length ?? 0);
  if (state.trouble !== null)
    return (
      <View id="roster-saved" className="roster__said">
        <Text>{`${troubleSentence(state.trouble).text}，${waiting} 格还在手机上`}</Text>
        {waiting > 0 && (
          <Button id="roster-retry" look="text" onTap={() => board.retry()}>
            <Icon name="refresh" />
            再试
          </Button>
        )}
      </View>
    );
  return (
    <View id="roster-saved" className="roster__said">
      <Text>{waiting > 0 ? `正在保存 ${waiting} 格…` : '改动会自动保存'}</Text>
    </View>
  );
}
