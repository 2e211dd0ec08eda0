import type { PhoneClock } from '../clock/phone-clock';
import type { Meter } from '../measure/meter';
import type { Faults } from '../script/faults';
import type { EventOwner } from '../tree/tree-node';
import { applyChange, bytesOf, MOST_SET_DATA_BYTES } from './set-data';

/** What a script passes to Page() or Component(). */
export type ViewDefinition = Readonly<Record<string, unknown>>;

/** What the views of one mini-program share. */
export interface ViewSurroundings {
  readonly clock: PhoneClock;
  readonly faults: Faults;
  readonly meter: Meter;
}

/** A page or a component: its script's object, its data, and the way from one to the other. */
export abstract class View implements EventOwner {
  /** What `this` is in its methods. */
  readonly instance: Record<string, unknown> = {};
  private told: (() => void)[] = [];
  private framePlanned = false;

  constructor(
    readonly route: string,
    protected readonly around: ViewSurroundings,
  ) {}

  /** The page whose budget pays for the data. */
  protected abstract get page(): string;

  /** Shows the data; called once a frame. */
  protected abstract show(): void;

  get data(): Record<string, unknown> {
    return this.instance.data as Record<string, unknown>;
  }

  hear(method: string, event: object): boolean {
    return this.call(method, event).found;
  }

  /** Calls a method or a life cycle if there is one; what it throws is kept as a fault. */
  call(method: string, ...given: unknown[]): { readonly found: boolean; readonly value: unknown } {
    const called = this.instance[method];
    if (typeof called !== 'function') return { found: false, value: undefined };
    const run = () => (called as (...values: unknown[]) => unknown).apply(this.instance, given);
    return { found: true, value: this.around.faults.guard(`${this.route} ${method}`, run) };
  }

  protected adopt(fields: ViewDefinition, data: unknown): void {
    Object.assign(this.instance, fields, {
      data: JSON.parse(JSON.stringify(data ?? {})) as unknown,
      is: this.route,
      setData: (change: Record<string, unknown>, done?: () => void) => this.setData(change, done),
    });
  }

  setData(change: Readonly<Record<string, unknown>>, done?: () => void): void {
    const bytes = bytesOf(change);
    this.around.meter.setData(this.page, bytes);
    if (bytes > MOST_SET_DATA_BYTES)
      throw new Error(
        `setData of ${this.route}: ${bytes} bytes at once, and WeChat carries ${MOST_SET_DATA_BYTES}`,
      );
    applyChange(this.data, change);
    if (done !== undefined) this.told.push(done);
    this.planFrame();
  }

  protected planFrame(): void {
    if (this.framePlanned) return;
    this.framePlanned = true;
    this.around.clock.after(0, () => {
      this.framePlanned = false;
      this.around.faults.guard(`template of ${this.route}`, () => this.show());
      const told = this.told;
      this.told = [];
      for (const done of told)
        this.around.faults.guard(`${this.route} setData callback`, () => done.call(this.instance));
    });
  }
}
