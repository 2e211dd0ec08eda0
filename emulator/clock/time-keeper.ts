import { writeEjson } from '../protocol/ejson';
import { reasonOf } from '../protocol/refusal';
import type { DocumentStore } from '../store/document-store';
import type { CloudClock } from './cloud-clock';
import { TickPlan } from './tick-plan';

/** When timers fire: as time goes by and when the clock is moved, only when it is moved, or never. */
export type TimerMode = 'always' | 'on-move' | 'never';

export interface TimeKeeperOptions {
  readonly functionsDir: string;
  readonly store: DocumentStore;
  readonly clock: CloudClock;
  /** Runs the function of a tick; never throws. */
  readonly fire: (functionName: string, event: string) => Promise<void>;
  readonly timers: TimerMode;
  readonly log: (line: string) => void;
}

const CLOCK = '$clock';
/** Ticks missed while the laptop was off are made up for; older ones than this are dropped, with a word. */
const MAKE_UP_MS = 24 * 3_600_000;
/** Functions may be built again, so the next tick is looked up at least this often. */
const LONGEST_SLEEP_MS = 30_000;

/**
 * Moves the clock and fires the timers. Ticks come one after the other, in the order of their instants, each with
 * the clock standing at its instant.
 */
export class TimeKeeper {
  private readonly plan: TickPlan;
  private firedUpTo: number;
  private queue: Promise<void> = Promise.resolve();
  private alarm: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly options: TimeKeeperOptions) {
    const kept = options.store.own(CLOCK).slots.get('clock')?.current.document;
    const now = options.clock.now();
    this.plan = new TickPlan(options.functionsDir, options.log);
    this.firedUpTo = typeof kept?.firedUpTo === 'number' ? Math.min(kept.firedUpTo, now) : now;
  }

  /** What `$clock` remembers of how far the clock was moved; on an empty cloud, the distance to `beginAt`. Milliseconds. */
  static shiftIn(store: DocumentStore, beginAt?: number): number {
    const kept = store.own(CLOCK).slots.get('clock')?.current.document.shiftMs;
    if (typeof kept === 'number') return kept;
    return beginAt === undefined ? 0 : beginAt - Date.now();
  }

  /** Begins to tick; what was missed while the cloud was off comes first. */
  async start(): Promise<void> {
    const oldest = this.options.clock.now() - MAKE_UP_MS;
    if (this.firedUpTo < oldest) {
      const day = new Date(this.firedUpTo).toISOString();
      this.options.log(
        `[timers] the cloud was off since ${day}; only the ticks of the last 24 hours are made up for`,
      );
      this.firedUpTo = oldest;
    }
    await this.remember();
    this.sleep();
  }

  /** @throws Error when the instant has passed. Resolves when every tick on the way has run. */
  moveTo(instant: number): Promise<void> {
    return this.inTurn(async () => {
      this.options.clock.refusePast(instant);
      await this.goTo(instant);
    });
  }

  /** @throws Error when the span is negative. Resolves when every tick on the way has run. */
  moveBy(milliseconds: number): Promise<void> {
    return this.inTurn(async () => {
      if (!(milliseconds >= 0)) throw new Error(`the clock only goes forward, not by ${milliseconds} ms`);
      await this.goTo(this.options.clock.now() + milliseconds);
    });
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.alarm);
  }

  private async goTo(instant: number): Promise<void> {
    await this.fireUntil(instant);
    this.options.clock.moveUpTo(instant);
    await this.remember();
    this.sleep();
  }

  private async fireUntil(instant: number): Promise<void> {
    const { clock, fire } = this.options;
    for (let due = this.nextDue(); due && due.at <= instant && !this.closed; due = this.nextDue()) {
      clock.moveUpTo(due.at);
      this.firedUpTo = due.at;
      await this.remember();
      for (const { functionName, triggerName, at } of due.ticks)
        await fire(functionName, eventOf(triggerName, at));
    }
    // A function that is deployed later must not be given ticks of the time before.
    this.firedUpTo = Math.max(this.firedUpTo, instant);
  }

  private nextDue(): ReturnType<TickPlan['next']> {
    return this.options.timers === 'never' ? undefined : this.plan.next(this.firedUpTo);
  }

  private sleep(): void {
    clearTimeout(this.alarm);
    if (this.closed || this.options.timers !== 'always') return;
    const untilTick = (this.nextDue()?.at ?? Infinity) - this.options.clock.now();
    this.alarm = setTimeout(
      () => {
        void this.inTurn(() => this.catchUp())
          .catch((thrown: unknown) => this.options.log(`[timers] ${reasonOf(thrown)}`))
          .then(() => this.sleep());
      },
      Math.max(0, Math.min(untilTick, LONGEST_SLEEP_MS)),
    );
    this.alarm.unref();
  }

  private async catchUp(): Promise<void> {
    await this.fireUntil(this.options.clock.now());
    await this.remember();
  }

  private async remember(): Promise<void> {
    const { store, clock } = this.options;
    const text = writeEjson({ shiftMs: clock.shiftMs, firedUpTo: this.firedUpTo });
    store.apply([{ collection: CLOCK, key: 'clock', text }]);
    await store.settled();
  }

  /** Moves and ticks never interleave. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }
}

/** The event of a timer, as the service sends it. */
const eventOf = (triggerName: string, at: number): string =>
  JSON.stringify({ Type: 'Timer', TriggerName: triggerName, Time: new Date(at).toISOString(), Message: '' });
