import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser';
import { Phone } from './support/phone';
import { openStage, type Stage } from './support/stage';

/** The longest name of the company. */
const WHO = '阿卜杜热西提·买买提';
const NEWCOMER = '吴越';

/** What a person with weak eyes sets: half as large again as usual. */
const LARGE_TEXT = '--blink-settings=defaultFontSize=24';

const PAGES = [
  { page: 'pages/punch/index', who: WHO, id: 'cards' },
  { page: 'pages/month/index', who: WHO, id: 'month-grid' },
  { page: 'pages/bind/index', who: NEWCOMER, id: 'bind-submit' },
] as const;

let stage: Stage;
let largeText: Browser;

beforeAll(async () => {
  stage = await openStage(WHO, '07:50');
  largeText = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', LARGE_TEXT],
  });
}, 240_000);

afterAll(async () => {
  await largeText?.close();
  await stage?.close();
});

describe.each([320, 390, 1280])('on a screen %i pixels wide', (width) => {
  describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
    it.each(['usual', 'large'] as const)('with %s text, nothing runs off the side', async (text) => {
      for (const { page, who, id } of PAGES) {
        const browser = text === 'large' ? largeText : stage.browser;
        const viewport = { width, height: 800 };
        const phone = await Phone.open(browser, stage.demo, stage.person(who), { viewport, colorScheme });
        await phone.visit(page);
        await phone.sees(id, '');
        expect({ page, overflow: await phone.overflow() }).toEqual({ page, overflow: 0 });
        expect(phone.unseenTroubles).toEqual([]);
        await phone.close();
      }
    });
  });
});
