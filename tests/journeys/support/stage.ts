import { rm } from 'node:fs/promises';
import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core';
import type { Envelope } from '../../../contract/envelope';
import type { InputOf, OutputOf, ProcedureKey } from '../../../contract/contract';
import type { DemoPerson } from '../../../devtools/demo-cast';
import { findBrowser } from '../../../scripts/find-browser';
import { startLocalDemo, type LocalDemo } from '../../../scripts/local-demo';
import { Phone, type Holder } from './phone';
import { functionsUnderTest, seededFolder } from './seeded-folder';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The demo company's zone keeps no summer time. */
const SHANGHAI = 8 * 60 * MINUTE;

/** Where the phone's own clock thinks it is: a traveller's phone must not change what a day is. */
const PHONE_ZONES = ['Asia/Shanghai', 'America/New_York'];

export interface Stage {
  readonly demo: LocalDemo;
  readonly browser: Browser;
  /** The person of that name in the demo company. */
  person(name: string): DemoPerson;
  /** Asks a procedure as somebody's phone would, past the browser. @throws when the answer is no */
  ask<Key extends ProcedureKey>(name: string, key: Key, input: InputOf<Key>): Promise<OutputOf<Key>>;
  /** A phone of its own for somebody: allowed to locate, standing at their workplace. */
  phone(name: string, more?: BrowserContextOptions): Promise<Phone>;
  /** A phone whose owner nobody in the company knows. */
  strangersPhone(): Promise<Phone>;
  /** Time passes, for the cloud and for every phone. */
  laterByMinutes(minutes: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * The demo company, freshly seeded, with its panel and a browser, at 'HH:MM' of the next day on which somebody
 * works. What it needs must be built. `timers` says whether what is due runs when the clock is moved.
 */
export const openStage = async (
  worker: string,
  time: string,
  timers: 'never' | 'on-move' = 'never',
): Promise<Stage> => {
  const folder = await seededFolder();
  await moveToWorkday(folder, worker, time);
  const demo = await startLocalDemo({ folder, port: 0, timers, functionsDir: functionsUnderTest() });
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--lang=zh-CN'],
  });
  const open: Phone[] = [];

  const take = async (holder: Holder, more: BrowserContextOptions = {}): Promise<Phone> => {
    const timezoneId = PHONE_ZONES[open.length % PHONE_ZONES.length] ?? 'UTC';
    const phone = await Phone.open(browser, demo, holder, { timezoneId, ...more });
    open.push(phone);
    return phone;
  };

  return {
    demo,
    browser,
    person: (name) => personOf(demo, name),
    ask: (name, procedure, input) => ask(demo, name, procedure, input),
    phone: (name, more) => take(personOf(demo, name), more),
    strangersPhone: () => take({ openid: 'stranger-openid', name: '陌生人', placeId: null }),
    laterByMinutes: async (minutes) => {
      await demo.cloud.clock.advance(minutes * MINUTE);
      await Promise.all(open.map((phone) => phone.followClock()));
    },
    close: async () => {
      await Promise.all(open.map((phone) => phone.close()));
      await browser.close();
      await demo.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const personOf = (demo: LocalDemo, name: string): DemoPerson => {
  const found = demo.cast.people.find((each) => each.name === name);
  if (!found) throw new Error(`Nobody in the demo company is called ${name}.`);
  return found;
};

const ask = async <Key extends ProcedureKey>(
  demo: LocalDemo,
  name: string,
  procedure: Key,
  input: InputOf<Key>,
): Promise<OutputOf<Key>> => {
  const { openid: openId } = personOf(demo, name);
  const answer = await demo.cloud.callFunction('api', { procedure, input }, { openId });
  const envelope = answer as Envelope<OutputOf<Key>>;
  if (!envelope.ok) throw new Error(`${procedure} for ${name}: ${JSON.stringify(envelope)}`);
  return envelope.value;
};

/** Two days of ticks would take longer than a journey: the timers are put away for the way there. */
const moveToWorkday = async (folder: string, worker: string, time: string): Promise<void> => {
  const demo = await startLocalDemo({ folder, port: 0, timers: 'never', functionsDir: functionsUnderTest() });
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const today = Math.floor((demo.cloud.clock.now() + SHANGHAI) / DAY);
  for (let day = today + 1; ; day += 1) {
    await demo.cloud.clock.moveTo(day * DAY - SHANGHAI + (hours * 60 + minutes) * MINUTE);
    const { planText } = await ask(demo, worker, 'punch.today', { position: null });
    if (!planText.includes('休息')) break;
  }
  await demo.close();
};
