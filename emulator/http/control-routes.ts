import type { Cloud } from '../protocol/action';
import { reasonOf } from '../protocol/refusal';
import { jsonReply, type Route } from './http-door';

/** What the control API can move besides what the protocol can. */
export interface Controls {
  /** @throws Error when the instant has passed */
  moveClockTo(instant: number): Promise<void>;
}

/** `GET /control/health`: that the cloud is up, and its time. */
export const healthRoute = (cloud: () => Cloud): Route => ({
  on: 'GET /control/health',
  mostBytes: 0,
  fromBrowser: true,
  answer: () => jsonReply({ ok: true, envId: cloud().envId, now: cloud().now() }),
});

/** `POST /control/clock { to } | { advanceMs }`, instants in epoch milliseconds; an empty body only asks. */
export const clockRoute = (cloud: () => Cloud, controls: Controls): Route => ({
  on: 'POST /control/clock',
  mostBytes: 1000,
  fromBrowser: true,
  answer: async ({ body }) => {
    try {
      const { to, advanceMs } = JSON.parse(body.toString('utf8') || '{}') as Record<string, unknown>;
      if (to !== undefined) await controls.moveClockTo(instantOf(to));
      else if (advanceMs !== undefined) await controls.moveClockTo(cloud().now() + Number(advanceMs));
      return jsonReply({ now: cloud().now() });
    } catch (thrown) {
      return jsonReply({ message: reasonOf(thrown), now: cloud().now() }, 400);
    }
  },
});

const instantOf = (to: unknown): number => (typeof to === 'number' ? to : Date.parse(String(to)));
