import type { Cloud } from '../protocol/action';
import { reasonOf } from '../protocol/refusal';
import type { Snapshot } from '../snapshots/snapshot-shelf';
import { jsonReply, type Reply, type Route, type Visit } from './http-door';

/** What scripts may do with a running cloud. */
export interface Controls {
  /** @throws Error when the instant has passed */
  moveClockTo(instant: number): Promise<void>;
  /** @throws Error when the span is negative */
  moveClockBy(milliseconds: number): Promise<void>;
  saveSnapshot(name: string): Promise<Snapshot>;
  /** Ends running functions and replaces everything. @throws Error when there is no such snapshot */
  loadSnapshot(name: string): Promise<Snapshot>;
  listSnapshots(): Snapshot[];
}

/** `/control/…`: health, clock and snapshots, for scripts and development panels. */
export const controlRoutes = (cloud: () => Cloud, controls: Controls): Route[] => [
  {
    on: 'GET /control/health',
    mostBytes: 0,
    fromBrowser: true,
    answer: () => jsonReply({ ok: true, envId: cloud().envId, now: cloud().now() }),
  },
  {
    on: 'GET /control/clock',
    mostBytes: 0,
    fromBrowser: true,
    answer: () => jsonReply({ now: cloud().now() }),
  },
  {
    // `{ to }` an instant in epoch milliseconds or ISO text, or `{ advanceMs }`.
    on: 'POST /control/clock',
    mostBytes: 1000,
    fromBrowser: true,
    answer: (visit) =>
      orReason(async () => {
        const { to, advanceMs } = readJson(visit);
        if (to !== undefined) await controls.moveClockTo(instantOf(to));
        else if (typeof advanceMs === 'number') await controls.moveClockBy(advanceMs);
        else throw new Error('"to" or "advanceMs" is needed');
        return { now: cloud().now() };
      }),
  },
  {
    on: 'GET /control/snapshot',
    mostBytes: 0,
    fromBrowser: true,
    answer: () => jsonReply({ snapshots: controls.listSnapshots() }),
  },
  {
    // `{ save: name }` or `{ load: name }`.
    on: 'POST /control/snapshot',
    mostBytes: 1000,
    fromBrowser: true,
    answer: (visit) =>
      orReason(async () => {
        const { save, load } = readJson(visit);
        if (typeof save === 'string') return { saved: await controls.saveSnapshot(save) };
        if (typeof load === 'string') return { loaded: await controls.loadSnapshot(load) };
        throw new Error('"save" or "load" must name a snapshot');
      }),
  },
];

async function orReason(answer: () => Promise<object>): Promise<Reply> {
  try {
    return jsonReply(await answer());
  } catch (thrown) {
    return jsonReply({ message: reasonOf(thrown) }, 400);
  }
}

const readJson = (visit: Visit): Record<string, unknown> =>
  JSON.parse(visit.body.toString('utf8')) as Record<string, unknown>;

const instantOf = (to: unknown): number => (typeof to === 'number' ? to : Date.parse(String(to)));
