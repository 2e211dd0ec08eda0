import type { PhoneClock } from '../clock/phone-clock';
import type { PendingWork } from '../clock/pending-work';
import type { Faults } from '../script/faults';

/** A "no" of WeChat: `getLocation:fail auth deny`. */
export class WxFailure extends Error {
  /** @param reason without the name of the interface and ':fail' */
  constructor(
    readonly reason: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(reason);
  }
}

/** The callbacks that WeChat's asynchronous interfaces take. */
interface Callbacks {
  success?: (result: object) => void;
  fail?: (result: object) => void;
  complete?: (result: object) => void;
}

export type WxOptions = Readonly<Record<string, unknown>>;

/** Makes asynchronous interfaces in WeChat's manner: callbacks or, without them, a promise. */
export type MakeAsync = (
  name: string,
  work: (options: WxOptions) => object | undefined | Promise<object | undefined>,
) => (options?: WxOptions & Callbacks) => Promise<object> | undefined;

/** Answers come on the phone's clock, never within the call. */
export const asyncInterfaces =
  (clock: PhoneClock, work: PendingWork, faults: Faults): MakeAsync =>
  (name, carryOut) =>
  (options = {}) => {
    const outcome = work.track(outcomeOf(name, () => carryOut(options)));
    const { success, fail, complete } = options;
    if (success === undefined && fail === undefined && complete === undefined)
      return outcome.then(
        ({ ok, result }) =>
          new Promise((resolve, reject) => {
            clock.after(0, () => (ok ? resolve(result) : reject(result)));
          }),
      );
    void outcome.then(({ ok, result }) =>
      clock.after(0, () =>
        faults.guard(`wx.${name} callback`, () => {
          (ok ? success : fail)?.(result);
          complete?.(result);
        }),
      ),
    );
    return undefined;
  };

async function outcomeOf(
  name: string,
  work: () => object | undefined | Promise<object | undefined>,
): Promise<{ readonly ok: boolean; readonly result: object }> {
  try {
    return { ok: true, result: { errMsg: `${name}:ok`, ...(await work()) } };
  } catch (thrown) {
    return { ok: false, result: failureOf(name, thrown) };
  }
}

function failureOf(name: string, thrown: unknown): object {
  if (thrown instanceof WxFailure) return { errMsg: `${name}:fail ${thrown.reason}`, ...thrown.facts };
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { errMsg: message.startsWith(`${name}:fail`) ? message : `${name}:fail ${message}` };
}
