import type { Company } from '../company/open-company';
import type { WeappHost } from '../weapp-host';

/** Two strokes of a name, as shares of the paper's width and height. */
const NAME = [
  [
    [0.1, 0.3],
    [0.45, 0.25],
    [0.7, 0.3],
  ],
  [
    [0.4, 0.1],
    [0.42, 0.5],
    [0.3, 0.9],
  ],
] as const;
/** From one point of a hand's line to the next. */
const BETWEEN_POINTS_MS = 40;
/** No hand writes twice with the same speed, and the server takes no drawing a second time. */
let written = 0;

/** Asks for the code on the open signing sheet and types it in. */
export async function showWhoOneIs(host: WeappHost, company: Company, personId: string): Promise<void> {
  await host.tap('#signature-code-send');
  await host.type('#signature-code', company.codeFor(personId));
  await host.tap('#signature-confirm');
}

/** Writes a name with a finger: touches as WeChat gives them to a canvas, from its top left. */
export async function writeName(host: WeappHost): Promise<void> {
  written += 1;
  const { width, height } = await sizeOf(host, '#signature-pad');
  const touch = ([x, y]: readonly [number, number]) => [{ identifier: 0, x: x * width, y: y * height }];
  for (const [first, ...others] of NAME) {
    await host.trigger('#signature-pad', 'touchstart', {}, touch(first));
    for (const point of others) {
      await host.pass(BETWEEN_POINTS_MS + written);
      await host.trigger('#signature-pad', 'touchmove', {}, touch(point));
    }
    await host.trigger('#signature-pad', 'touchend');
  }
}

/** Goes through the open signing sheet as its owner would: reads, shows who one is, writes a name. */
export async function signOn(host: WeappHost, company: Company, personId: string): Promise<void> {
  await showWhoOneIs(host, company, personId);
  await writeName(host);
  await host.tap('#signature-done');
  if (host.has('#signature-sheet'))
    throw new Error(`the signing sheet stays: ${host.text('#signature-sheet')}`);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** As a script would learn it. */
const sizeOf = (host: WeappHost, selector: string): Promise<Size> =>
  new Promise((resolve) => {
    const query = (host.wx.createSelectorQuery as () => SelectorQuery)();
    query.select(selector).boundingClientRect(resolve);
    query.exec();
    void host.rest();
  });

interface SelectorQuery {
  select(selector: string): { boundingClientRect(answered: (size: Size) => void): void };
  exec(): void;
}
