import { mkdir } from 'node:fs/promises';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { openStage, type Stage } from '../tests/journeys/support/stage';
import type { Phone } from '../tests/journeys/support/phone';
import { buildFunctions } from './build-functions';
import { buildPhone } from './build-phone';
import { command, say } from './command';
import { inRoot } from './root';

const FOLDER = inRoot('docs', 'screens');
const SHARP: BrowserContextOptions = { deviceScaleFactor: 2 };

interface Scene {
  readonly name: string;
  readonly who: string;
  readonly look?: BrowserContextOptions;
  /** Brings the phone to what the picture shows. */
  readonly play: (phone: Phone, stage: Stage) => Promise<void>;
}

const atTheDoor = async (phone: Phone): Promise<void> => {
  await phone.visit();
  await phone.sees('forecast', '现在打卡');
};

const lastMonth = async (phone: Phone): Promise<void> => {
  await phone.visit('pages/month/index');
  await phone.tap('previous-month');
  await phone.sees('totals', '迟到');
};

const SCENES: readonly Scene[] = [
  { name: 'punch', who: '王芳', play: atTheDoor },
  { name: 'punch-dark', who: '王芳', look: { colorScheme: 'dark' }, play: atTheDoor },
  {
    name: 'punch-wide',
    who: '王芳',
    look: { viewport: { width: 1280, height: 800 }, isMobile: false },
    play: atTheDoor,
  },
  {
    name: 'punch-outside',
    who: '李明',
    play: async (phone) => {
      await phone.standAway(612);
      await phone.visit();
      await phone.sees('punch-hindrance', '还差');
    },
  },
  {
    name: 'punch-waiting',
    who: '赵一鸣',
    play: async (phone) => {
      await atTheDoor(phone);
      await phone.network('off');
      await phone.tap('punch-button');
      await phone.sees('waiting', '等待发送');
    },
  },
  {
    name: 'punch-done',
    who: '欧阳若曦',
    play: async (phone) => {
      await atTheDoor(phone);
      await phone.tap('punch-button');
      await phone.sees('punch-answer', '正常');
    },
  },
  { name: 'month', who: '张伟', play: lastMonth },
  {
    name: 'month-day',
    who: '张伟',
    play: async (phone, stage) => {
      await lastMonth(phone);
      const now = await stage.ask('张伟', 'calendar.myMonth', { month: null });
      const { days } = await stage.ask('张伟', 'calendar.myMonth', { month: now.previousMonth });
      const late = days.find(({ tone }) => tone === 'late');
      await phone.tap(`day-${late?.date ?? now.today}`);
      await phone.sees('day-sheet-verdict', '迟到');
    },
  },
  {
    name: 'bind',
    who: '吴越',
    play: async (phone) => {
      await phone.visit();
      await phone.sees('bind-page', '邀请码');
    },
  },
];

/** Two phones side by side: what the README shows. */
const sideBySide = async (browser: Browser, pictures: readonly Buffer[]): Promise<void> => {
  const page = await browser.newPage({ viewport: { width: 820, height: 872 }, deviceScaleFactor: 2 });
  const phones = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`);
  await page.setContent(`<style>
    body { margin: 0; display: flex; justify-content: space-around; padding: 14px 8px; background: #eef1f0 }
    img { width: 390px; border-radius: 28px; box-shadow: 0 2px 12px #0002 }
  </style>${phones.join('')}`);
  await page.screenshot({ path: `${FOLDER}/readme.png` });
  await page.close();
};

const photographPanel = async (stage: Stage): Promise<void> => {
  const page = await stage.browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  await page.goto(stage.demo.url);
  await page.frameLocator('#phone').locator('#punch-button').waitFor();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${FOLDER}/panel.png` });
  await page.close();
};

/** `npm run screens`: photographs the running app into docs/screens/. */
command(__filename, async () => {
  say(`Cloud functions ${await buildFunctions()}; h5 ${await buildPhone('h5')}.`);
  await mkdir(FOLDER, { recursive: true });
  const stage = await openStage('王芳', '08:52');
  try {
    const pictures = new Map<string, Buffer>();
    for (const { name, who, look, play } of SCENES) {
      const phone = await stage.phone(who, { ...SHARP, ...look });
      await play(phone, stage);
      // What moves comes to rest first.
      await phone.page.waitForTimeout(700);
      pictures.set(name, await phone.page.screenshot({ path: `${FOLDER}/${name}.png` }));
      say(`docs/screens/${name}.png`);
    }
    await sideBySide(
      stage.browser,
      [pictures.get('punch'), pictures.get('month-day')].filter((one) => one !== undefined),
    );
    await photographPanel(stage);
  } finally {
    await stage.close();
  }
});
