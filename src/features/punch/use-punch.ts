import Taro from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { device } from '@/phone/device';
import type { Wifi } from '@domain/schedule/wifi';
import type { Position } from '@/phone/location';
import { newId } from '@/phone/new-id';
import { punchOutbox } from './punch-outbox';
import { serverNow } from './server-clock';

export type PunchPhase = 'idle' | 'sending' | 'completed';

/** The completed step stays in sight this long; a second tap in that time is a slip of the thumb. */
const COMPLETED_MS = 1_800;

interface PunchWays {
  readonly recentPosition: () => Promise<Position | null>;
  /** The Wi-Fi, where a place of the day has some; else nothing is looked for. */
  readonly wifiNow: () => Promise<Wifi | null>;
  /** The server said no, or nothing: what it now thinks of the day is worth asking. */
  readonly onUnaccepted: () => void;
}

/** One tap, one punch: stored on the phone, then sent. A tap while another is under way does nothing. */
export function usePunch({ recentPosition, wifiNow, onUnaccepted }: PunchWays) {
  const [phase, setPhase] = useState<PunchPhase>('idle');
  const busy = useRef(false);
  const settling = useRef<ReturnType<typeof setTimeout>>();

  useEffect(() => () => clearTimeout(settling.current), []);

  const punch = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    setPhase('sending');
    forgetSeenAnswers();
    try {
      if (await send(serverNow(), recentPosition, wifiNow)) {
        setPhase('completed');
        Taro.vibrateShort({ type: 'light' }).catch(() => undefined);
        await new Promise((resolve) => {
          settling.current = setTimeout(resolve, COMPLETED_MS);
        });
      } else onUnaccepted();
    } finally {
      setPhase('idle');
      busy.current = false;
    }
  }, [recentPosition, wifiNow, onUnaccepted]);

  return { phase, punch };
}

/** Stores the punch of this tap and sends it, after whatever waits. True when it was accepted. */
async function send(
  tappedAt: number,
  recentPosition: PunchWays['recentPosition'],
  wifiNow: PunchWays['wifiNow'],
): Promise<boolean> {
  const punchId = newId();
  const [position, wifi] = await Promise.all([recentPosition(), wifiNow()]);
  punchOutbox.add({ punchId, tappedAt, position, ...(wifi && { wifi }), device: device() });
  await punchOutbox.flush();
  const answer = punchOutbox.content().answered.find((one) => one.punchId === punchId);
  return answer?.said.kind === 'done';
}

/** Answers to punches that did not wait were seen as they came; the delayed ones stay until dismissed. */
export function forgetSeenAnswers(): void {
  for (const { punchId, delayed } of punchOutbox.content().answered)
    if (!delayed) punchOutbox.dismiss(punchId);
}
