import { View } from '@tarojs/components';
import type { TodayView } from '@contract/contract';
import { useState } from 'react';
import { Dialog } from '@/ui/dialog';
import { ErrorState } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import { DayHeader } from './day-header';
import { DeskBones } from './desk-bones';
import { Nudge, OnItsWay, StaleNotice } from './desk-notices';
import { OutsidePanel } from './outside-presses';
import { OutsideSheet } from './outside-sheet';
import { PunchPanel } from './punch-panel';
import { ReminderAsk } from '@/features/reminders/reminder-ask';
import { ShiftChoice } from '@/features/rosters/shift-choice';
import { Timeline } from './timeline';
import { useOutsidePunch } from './use-outside-punch';
import { usePunchDesk, type PunchDesk as Desk } from './use-punch-desk';
import { WhereaboutsSheet } from './whereabouts-sheet';
import './punch-desk.scss';

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
  if (view === null) return <DeskBones />;
  return <Day desk={desk} view={view} />;
}

function Day({ desk, view }: { readonly desk: Desk; readonly view: TodayView }) {
  const [mapOpen, setMapOpen] = useState(false);
  const { button, position, today } = desk;
  const outside = useOutsidePunch(desk);
  // Right after a punch is when a reminder of the next one is wanted.
  const justPunched = desk.answered.some(({ said }) => said.kind === 'done');
  return (
    <View className={`desk${today.fresh || today.trouble !== null ? '' : ' desk--coming'}`}>
      <DayHeader view={view} />
      <View className="desk__columns">
        <View className="desk__main">
          <ShiftChoice view={view} onChosen={desk.refresh} />
          <PunchPanel desk={desk} view={view} onMap={() => setMapOpen(true)} onOutside={outside.open} />
        </View>
        <View className="desk__side">
          <StaleNotice desk={desk} view={view} />
          <OnItsWay desk={desk} view={view} />
          {outside.said !== null && (
            <Notice
              id="outside-said"
              mark={<StatusMark tone={outside.said.tone} />}
              text={outside.said.text}
            />
          )}
          {justPunched && <ReminderAsk reminders={view.reminders} />}
          {view.cards.length > 0 && (
            <Panel id="cards" title="今天的打卡">
              <Timeline cards={view.cards} />
            </Panel>
          )}
          <OutsidePanel presses={view.outside} />
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
      {outside.draft !== null && <OutsideSheet outside={outside} />}
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
