import type { ClockAnswer, InputOf, MonthView, OutputOf, ProcedureKey, TodayView } from '@contract/contract';
import type { Envelope } from '@contract/envelope';
import { type PunchFact, punches } from '@server/repositories/punches';
import { type Sheet, sheets } from '@server/repositories/sheets';
import type { Database } from '@server/ports';
import { OFFICE } from './organisation';
import { granted } from './answers';

type Position = NonNullable<InputOf<'punch.clock'>['position']>;

/** Standing at the office's door. */
export const AT_THE_DOOR: Position = {
  latitude: OFFICE.latitude,
  longitude: OFFICE.longitude,
  accuracyMeters: 20,
};

/** So many metres north of the office, by the sphere that geolib measures on. */
export const metersNorth = (meters: number): Position => ({
  ...AT_THE_DOOR,
  latitude: OFFICE.latitude + ((meters / 6_378_137) * 180) / Math.PI,
});

export const DEVICE = { model: 'test phone', utcOffsetMinutes: 480 };

export interface Press {
  readonly position?: Position | null;
  /** Default: a fresh one a press. */
  readonly punchId?: string;
  readonly claimedAt?: number | null;
}

/** Sends one call over HTTP as this WeChat identity; null is nobody. */
export type Phone = (openid: string | null, procedure: string, input: unknown) => Promise<Envelope<unknown>>;

/** What a person's phone and the stored truth about the person need of the company around. */
export interface Surroundings {
  readonly phone: Phone;
  readonly database: Database;
  /** A fresh invitation, as HR would hand it over. */
  invite(employmentId: string): Promise<string>;
}

let presses = 0;

/** Ids as phones make them: never the same twice. */
export const freshId = (): string => `press-${String((presses += 1)).padStart(12, '0')}`;

export class Person {
  readonly openid: string;

  constructor(
    private readonly around: Surroundings,
    readonly name: string,
    readonly employmentId: string,
  ) {
    this.openid = `openid-of-${employmentId}`;
  }

  async call<Key extends ProcedureKey>(
    procedure: Key,
    input: InputOf<Key>,
  ): Promise<Envelope<OutputOf<Key>>> {
    return (await this.around.phone(this.openid, procedure, input)) as Envelope<OutputOf<Key>>;
  }

  /** The same call with an input that the compiler would not let pass. */
  callWith(procedure: string, input: unknown): Promise<Envelope<unknown>> {
    return this.around.phone(this.openid, procedure, input);
  }

  /** Takes an invitation from HR and uses it; throws when that is refused. */
  async bind(): Promise<this> {
    granted(await this.enter(await this.around.invite(this.employmentId)));
    return this;
  }

  /** Types an invitation code. */
  enter(code: string): Promise<Envelope<OutputOf<'session.bind'>>> {
    return this.call('session.bind', { code });
  }

  punch(press: Press = {}): Promise<Envelope<ClockAnswer>> {
    const { position = AT_THE_DOOR, punchId = freshId(), claimedAt = null } = press;
    return this.call('punch.clock', { punchId, position, claimedAt, device: DEVICE });
  }

  async today(position: Position | null = AT_THE_DOOR): Promise<TodayView> {
    return granted(await this.call('punch.today', { position }));
  }

  async month(month: string | null = null): Promise<MonthView> {
    return granted(await this.call('calendar.myMonth', { month }));
  }

  /** Every attempt that was stored, oldest first. */
  facts(): Promise<readonly PunchFact[]> {
    return punches.since(this.around.database, this.employmentId, 0, 1000);
  }

  async acceptedFacts(): Promise<readonly PunchFact[]> {
    return (await this.facts()).filter(({ refused }) => refused === null);
  }

  /** The stored sheet of a month; throws when there is none. */
  async sheet(month: string): Promise<Sheet> {
    const found = await sheets.read(this.around.database, this.employmentId, month);
    if (!found) throw new Error(`${this.name} has no sheet of ${month}`);
    return found;
  }

  /** The punches of one stored day as `kind HH:MM` on Shanghai's clock, as the sheet orders them. */
  async punchesOn(date: string): Promise<readonly string[]> {
    const { days } = await this.sheet(date.slice(0, 7));
    return (days[date.slice(8)]?.punches ?? []).map(
      ([, minute, kind]) =>
        `${kind ?? 'record'} ${new Date((minute + 480) * 60_000).toISOString().slice(11, 16)}`,
    );
  }
}
