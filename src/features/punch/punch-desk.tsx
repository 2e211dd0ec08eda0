import { View } from '@tarojs/components';
import type { TodayView } from '@contract/contract';
import { useState } from 'react';
import { goTo, MONTH } from '@/navigation/destination';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import { wallClock } from '@/wording/times';
import { AnswerNotice } from './answer-notice';
import { DayHeader } from './day-header';
import { punchOutbox } from './punch-outbox';
import { PunchPanel } from './punch-panel';
import { ReminderAsk } from './reminder-ask';
import { Timeline } from './timeline';
import { usePunchDesk, type PunchDesk as Desk } from './use-punch-desk';
import { WaitingNotice } from './waiting-notice';
import { WhereaboutsSheet } from './whereabouts-sheet';
import './punch-desk.scss';

const seeDay = (date: string) => void goTo({ path: MONTH, params: { date } });

/** The punch page's content in each of its states. */
export function PunchDesk() {
  const desk = usePunchDesk();
  const { view, trouble } = desk.today;

  // A refusal is about the person, not about the moment: an older view would mislead.
  if (trouble !== null && (view === null || trouble.kind === 'refused'))
    return (
      <ErrorState
        id="punch-trouble"
        trouble={trouble}
        safe="已经打的卡都在服务器上，不会丢。"
        onRetry={desk.refresh}
      />
    );
  if (view === null) return <FirstLook />;
  return <Day desk={desk} view={view} />;
}

function Day({ desk, view }: { readonly desk: Desk; readonly view: TodayView }) {
  const [mapOpen, setMapOpen] = useState(false);
  const { button, position, today } = desk;
  // Right after a punch is when a reminder of the next one is wanted.
  const justPunched = desk.answered.some(({ said }) => said.kind === 'done');
  return (
    <View className={`desk${today.fresh ? '' : ' desk--stale'}`}>
      <DayHeader view={view} />
      <View className="desk__columns">
        <View className="desk__main">
          <PunchPanel desk={desk} view={view} onMap={() => setMapOpen(true)} />
        </View>
        <View className="desk__side">
          <StaleNotice desk={desk} view={view} />
          <OnItsWay desk={desk} view={view} />
          {justPunched && <ReminderAsk reminders={view.reminders} />}
          {view.cards.length > 0 && (
            <Panel id="cards" title="今天的打卡">
              <Timeline cards={view.cards} />
            </Panel>
          )}
          <Nudge nudge={view.nudge} />
          {!justPunched && <ReminderAsk reminders={view.reminders} />}
        </View>
      </View>
      {mapOpen && (
        <WhereaboutsSheet
          places={view.places}
          position={position.state.kind === 'found' ? position.state.position : null}
          onClose={() => setMapOpen(false)}
        />
      )}
      {desk.question !== null && (
        <Dialog
          id="confirm"
          text={desk.question}
          yes={button.word}
          no="再等等"
          onYes={() => desk.answerQuestion(true)}
          onNo={() => desk.answerQuestion(false)}
        />
      )}
    </View>
  );
}

/** Punches that wait, and what the server said to those that came through. */
function OnItsWay({ desk, view }: { readonly desk: Desk; readonly view: TodayView }) {
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

function StaleNotice({ desk, view }: { readonly desk: Desk; readonly view: TodayView }) {
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

function Nudge({ nudge }: Pick<TodayView, 'nudge'>) {
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

const FirstLook = () => (
  <View id="punch-loading" className="desk">
    <DayHeader view={null} />
    <View className="desk__columns">
      <Panel>
        <Skeleton shape="disc" />
        <View className="desk__bones">
          <Skeleton width={50} />
        </View>
        <Skeleton width={80} />
        <Skeleton width={50} />
      </Panel>
      <Panel>
        {[30, 60, 50, 60, 50].map((width, place) => (
          <Skeleton key={place} width={width} />
        ))}
      </Panel>
    </View>
  </View>
);
