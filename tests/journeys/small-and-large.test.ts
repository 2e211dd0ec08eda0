import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser';
import { ROOT } from '../../scripts/root';
import { Phone } from './support/phone';
import { openStage, type Stage } from './support/stage';

/** The longest name of the company. */
const WHO = '阿卜杜热西提·买买提';
const NEWCOMER = '吴越';
/** Has a request to decide. */
const LEADER = '王芳';

/** What a person with weak eyes sets: half as large again as usual. */
const LARGE_TEXT = '--blink-settings=defaultFontSize=24';

/** Every page of the mini-program, who looks at it, and what is there once it has loaded. */
const PAGES = [
  { page: 'pages/punch/index', who: WHO, id: 'cards' },
  { page: 'pages/month/index', who: WHO, id: 'month-grid' },
  { page: 'pages/bind/index', who: NEWCOMER, id: 'bind-submit' },
  { page: 'pages/inbox/index', who: LEADER, id: 'inbox-page' },
  { page: 'pages/case/index', who: LEADER, id: 'case-head' },
  { page: 'pages/correction/index', who: WHO, id: 'correction-send' },
  { page: 'pages/mine/index', who: WHO, id: 'mine-head' },
  { page: 'pages/delegation/index', who: LEADER, id: 'delegation-form' },
] as const;

let stage: Stage;
/** What a page is opened with, where it needs something. */
let query: Partial<Record<(typeof PAGES)[number]['page'], string>>;
let largeText: Browser;

beforeAll(async () => {
  stage = await openStage(WHO, '07:50');
  largeText = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', LARGE_TEXT],
  });
  const [message] = stage.demo.cloud.weChat.messages(stage.person(LEADER).openid);
  if (!message) throw new Error(`${LEADER} has no request to decide: choose somebody else.`);
  const { days } = await stage.ask(WHO, 'calendar.myMonth', { month: null });
  const yesterday = days.filter(({ cards }) => cards.some(({ actual }) => actual !== null)).at(-1);
  query = {
    'pages/case/index': message.page.split('?')[1] ?? '',
    'pages/correction/index': `date=${yesterday?.date ?? ''}`,
  };
}, 240_000);

afterAll(async () => {
  await largeText?.close();
  await stage?.close();
});

it('looks at every page that there is', () => {
  const app = JSON.parse(readFileSync(path.join(ROOT, 'dist/weapp/app.json'), 'utf8')) as { pages: string[] };
  expect(PAGES.map(({ page }) => page as string).sort()).toEqual([...app.pages].sort());
});

describe.each([320, 390, 1280])('on a screen %i pixels wide', (width) => {
  describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
    it.each(['usual', 'large'] as const)('with %s text, nothing runs off the side', async (text) => {
      for (const { page, who, id } of PAGES) {
        const browser = text === 'large' ? largeText : stage.browser;
        const viewport = { width, height: 800 };
        const phone = await Phone.open(browser, stage.demo, stage.person(who), { viewport, colorScheme });
        await phone.visit(`${page}?${query[page] ?? ''}`);
        await phone.sees(id, '');
        expect({ page, overflow: await phone.overflow() }).toEqual({ page, overflow: 0 });
        expect(phone.unseenTroubles).toEqual([]);
        await phone.close();
      }
    });
  });
});
