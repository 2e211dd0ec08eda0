import { functionNames, readFunction } from '../functions/function-folder';
import { reasonOf } from '../protocol/refusal';
import { readCron, type Cron } from './cron';

/** One tick that is due. */
export interface Tick {
  readonly functionName: string;
  readonly triggerName: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What the timers of the deployed functions ask for. Functions may be built again, so they are read every time. */
export class TickPlan {
  private readonly crons = new Map<string, Cron>();

  constructor(
    private readonly functionsDir: string,
    private readonly log: (line: string) => void,
  ) {}

  /** The next instant after the given one at which a timer ticks, with all that tick then. */
  next(after: number): { at: number; ticks: Tick[] } | undefined {
    const upcoming = functionNames(this.functionsDir).flatMap((name) => this.ticksOf(name, after));
    if (upcoming.length === 0) return undefined;
    const at = Math.min(...upcoming.map((tick) => tick.at));
    return { at, ticks: upcoming.filter((tick) => tick.at === at) };
  }

  /** A function whose config.json is wrong does not tick; the log says why. */
  private ticksOf(functionName: string, after: number): Tick[] {
    try {
      const timers = readFunction(this.functionsDir, functionName)?.timers ?? [];
      return timers.flatMap(({ name, config }) => {
        const at = this.cron(config).next(after);
        return at === undefined ? [] : [{ functionName, triggerName: name, at }];
      });
    } catch (thrown) {
      this.log(`[timers] ${functionName}: ${reasonOf(thrown)}`);
      return [];
    }
  }

  private cron(line: string): Cron {
    const known = this.crons.get(line) ?? readCron(line);
    this.crons.set(line, known);
    return known;
  }
}
