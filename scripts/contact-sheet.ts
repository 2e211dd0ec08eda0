import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { openBusyCompany } from '../tests/weapp-host/company/busy-company';
import type { Company } from '../tests/weapp-host/company/open-company';
import { sheetOf, type Shot, shotOf } from '../tests/weapp-host/picture/phone-frame';
import { SHEETS } from '../tests/weapp-host/picture/sheets';
import { phonesIn, type Sheet, type State } from '../tests/weapp-host/picture/states';
import { buildFunctions } from './build-functions';
import { buildPhone } from './build-phone';
import { command, say, seconds, Unable } from './command';
import { findBrowser } from './find-browser';
import { inRoot } from './root';

const FOLDER = inRoot('docs', 'screens', 'weapp');
/** Large enough to read, small enough to keep in the repository. */
const SCALE = 0.6;

/** How many kinds of picture a sheet makes: a browser has one colour scheme at a time, and one width fits one row. */
const KINDS = [
  { ending: '', holds: ({ theme, wide }: State) => theme === undefined && !wide },
  { ending: '-dark', holds: ({ theme }: State) => theme === 'dark' },
  { ending: '-wide', holds: ({ wide }: State) => wide === true },
] as const;

/** Plays every state of a sheet, in order, in one company. */
const shotsOf = async (sheet: Sheet, company: Company): Promise<ReadonlyMap<State, Shot>> => {
  const shots = new Map<State, Shot>();
  for (const state of sheet.states) {
    try {
      const host = await state.play(company, phonesIn(company, state));
      shots.set(state, await shotOf(host, state.caption));
      host.close();
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      throw new Unable(`${sheet.name}, "${state.caption}": ${reason}`);
    }
  }
  return shots;
};

const photograph = async (browser: Browser, html: string, dark: boolean, file: string): Promise<void> => {
  const page = await browser.newPage({
    deviceScaleFactor: SCALE,
    colorScheme: dark ? 'dark' : 'light',
    viewport: { width: 2130, height: 1200 },
  });
  await page.setContent(html, { waitUntil: 'load' });
  // A page longer than the phone is shown whole; what is fixed to the window stays at its bottom.
  for (const frame of await page.locator('iframe').all()) {
    const needed = await frame
      .contentFrame()
      .locator('html')
      .evaluate((html) => html.scrollHeight);
    const given = Number(await frame.getAttribute('data-height'));
    if (needed > given)
      await frame.evaluate((element, height) => (element.style.height = `${height}px`), needed);
  }
  const body = await page.locator('body').boundingBox();
  if (body === null) throw new Unable('the sheet is empty');
  await page.setViewportSize({ width: Math.ceil(body.width) + 48, height: Math.ceil(body.height) + 48 });
  await page.screenshot({ path: file });
  await page.close();
};

/**
 * Photographs every page and state of the built mini-program, as the headless host shows it with the real wxss,
 * into docs/screens/weapp. A word as argument chooses sheets: `contact-sheet.ts punch`.
 */
command(__filename, async () => {
  const began = performance.now();
  const words = process.argv.slice(2);
  const chosen = SHEETS.filter(({ name }) => words.length === 0 || words.includes(name));
  if (chosen.length === 0) throw new Unable(`There are: ${SHEETS.map(({ name }) => name).join(', ')}.`);
  say(`Cloud functions ${await buildFunctions()}; weapp ${await buildPhone('weapp')}.`);
  await mkdir(FOLDER, { recursive: true });
  if (words.length === 0)
    for (const old of await readdir(FOLDER)) if (old.endsWith('.png')) await rm(path.join(FOLDER, old));
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--lang=zh-CN'],
  });
  let pictures = 0;
  try {
    for (const sheet of chosen) {
      const company = await (sheet.company ?? openBusyCompany)();
      const shots = await shotsOf(sheet, company).finally(() => company.end());
      for (const { ending, holds } of KINDS) {
        const some = sheet.states.filter(holds).map((state) => shots.get(state) as Shot);
        if (some.length === 0) continue;
        const name = `${sheet.name}${ending}`;
        const html = sheetOf(sheet.title, some);
        await photograph(browser, html, ending === '-dark', path.join(FOLDER, `${name}.png`));
        pictures += some.length;
        say(`${name}.png: ${some.length} states`);
      }
    }
  } finally {
    await browser.close();
  }
  say(`${pictures} states photographed in ${seconds(performance.now() - began)}: docs/screens/weapp`);
});
