import { Text, View } from '@tarojs/components';
import type { TodayView } from '@contract/contract';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { RoundButton, type RoundButtonMood } from '@/ui/round-button';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { refusalSentence } from '@/wording/refusals';
import type { DeskButton } from './desk-button';
import { LocationWhy } from './location-why';
import { ServerClockFace } from './server-clock-face';
import type { PunchDesk } from './use-punch-desk';
import { WhereaboutsLine } from './whereabouts-line';
import './punch-panel.scss';

interface PunchPanelProps {
  readonly desk: PunchDesk;
  readonly view: TodayView;
  readonly onMap: () => void;
  readonly onOutside: () => void;
}

/** The one decision of the page: the button, what a tap would be, and the place it would be from. */
export function PunchPanel({ desk, view, onMap, onOutside }: PunchPanelProps) {
  const { button, position, phase } = desk;
  const needsPlace = view.whereabouts.state === 'unknown';
  return (
    <Panel>
      <RoundButton id="punch-button" word={button.word} mood={moodOf(desk)} onTap={desk.tap}>
        <ServerClockFace utcOffsetMinutes={view.utcOffsetMinutes} />
      </RoundButton>
      <View id="forecast" className="punch-panel__forecast">
        {phase === 'idle' && <Forecast button={button} onRetry={desk.refresh} />}
        {phase === 'sending' && <Text className="punch-panel__quiet">正在打卡…</Text>}
        {phase === 'completed' && <Completed answered={desk.answered} />}
      </View>
      {phase === 'idle' && button.kind === 'asleep' && view.button.outside !== undefined && (
        <View className="punch-panel__outside">
          <Button id="punch-outside" look="plain" onTap={onOutside}>
            外勤打卡
          </Button>
        </View>
      )}
      {needsPlace && <LocationWhy state={position.state.kind} onGoOn={desk.findMe} />}
      <WhereaboutsLine
        whereabouts={view.whereabouts}
        position={position}
        onMap={view.places.length === 0 ? null : onMap}
        onLocateAgain={desk.findMe}
      />
    </Panel>
  );
}

/** What a tap would be; or why it cannot be one yet, with the way on. */
function Forecast({ button, onRetry }: { readonly button: DeskButton; readonly onRetry: () => void }) {
  if (button.kind === 'loading') return <Skeleton width={50} />;
  if (button.kind === 'ready')
    return button.forecast === null ? null : (
      <StatusMark tone={button.forecast.tone} word={button.forecast.text} />
    );
  if (button.refusal === null) return null;
  const { text, again } = refusalSentence(button.refusal);
  // The ways to a better position stand below, with the whereabouts.
  return (
    <>
      <Text id="punch-hindrance">{text}</Text>
      {again !== undefined && (
        <Button id="ask-again" look="compact" onTap={onRetry}>
          {again}
        </Button>
      )}
    </>
  );
}

/** The result in the place where the forecast was. */
function Completed({ answered }: Pick<PunchDesk, 'answered'>) {
  const said = answered[answered.length - 1]?.said;
  return said?.kind === 'done' ? <StatusMark tone={said.answer.tone} word={said.answer.text} /> : null;
}

function moodOf({ phase, button }: PunchDesk): RoundButtonMood {
  if (phase !== 'idle') return phase;
  return button.kind === 'ready' ? 'ready' : 'asleep';
}
