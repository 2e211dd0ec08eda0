import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { usePageVisible } from '@/navigation/use-page-visible';
import { onNetworkBack } from '@/phone/network';
import { deskButton } from './desk-button';
import { punchOutbox } from './punch-outbox';
import { useNextChange } from './use-next-change';
import { usePosition } from './use-position';
import { forgetSeenAnswers, usePunch } from './use-punch';
import { useToday } from './use-today';
import { useWaitingPunches } from './use-waiting-punches';

/** Everything the punch page shows and does: the day, the place, the punch, and what waits. */
export function usePunchDesk() {
  const today = useToday();
  const position = usePosition();
  const { waiting, answered } = useWaitingPunches();
  const [question, setQuestion] = useState<string | null>(null);
  const visible = usePageVisible();
  const { load, view } = today;
  const { find, allow, recover } = position;

  const locateAgain = useCallback(() => load(find()), [load, find]);
  const { phase, punch } = usePunch({
    recentPosition: position.recent,
    wifiNow: today.wifiNow,
    onUnaccepted: useCallback(() => void locateAgain(), [locateAgain]),
  });

  const refresh = useCallback(async () => {
    await punchOutbox.flush();
    await locateAgain();
  }, [locateAgain]);

  useDidShow(() => {
    forgetSeenAnswers();
    void refresh();
  });
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()));
  // What waits is sent from wherever the person is; the day is asked for where it is seen.
  useEffect(() => onNetworkBack(() => void (visible ? refresh() : punchOutbox.flush())), [visible, refresh]);
  useNextChange(
    view?.button.nextChangeAt ?? null,
    visible && today.fresh,
    useCallback(() => void locateAgain(), [locateAgain]),
  );

  const button = deskButton(today, waiting.length);

  /** Looks again; where the phone may not look yet, by the way that lets it. */
  const findMe = () => {
    if (position.state.kind === 'unasked') void load(allow());
    else if (position.state.kind === 'refused') void load(recover());
    else void locateAgain();
  };

  const tap = () => {
    if (phase !== 'idle') return;
    if (button.kind === 'asleep') findMe();
    else if (button.kind === 'ready' && button.question !== null) setQuestion(button.question);
    else if (button.kind === 'ready') void punch();
  };

  return {
    today,
    position,
    button,
    phase,
    waiting,
    answered,
    question,
    tap,
    answerQuestion: (yes: boolean) => {
      setQuestion(null);
      if (yes) void punch();
    },
    findMe,
    refresh: () => void refresh(),
  };
}

export type PunchDesk = ReturnType<typeof usePunchDesk>;
