import type { FrameLocator, Page } from 'playwright-core';
import { openStage, type Stage } from './support/stage';

const WHO = '王芳';

let stage: Stage;
let page: Page;
let phone: FrameLocator;

beforeAll(async () => {
  stage = await openStage(WHO, '08:30', 'on-move');
  page = await stage.browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  await page.goto(stage.demo.url);
  phone = page.frameLocator('#phone');
}, 240_000);

afterAll(() => stage?.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const shows = (id: string, words: string) =>
  phone.locator(`#${id}`).filter({ hasText: words }).locator('visible=true').first().waitFor();

describe('the panel beside the phone', () => {
  it('hands the phone to whoever is chosen', async () => {
    await page.getByPlaceholder('找人').fill(WHO);
    await page.getByRole('button', { name: WHO }).click();
    await shows('person', WHO);
  });

  it('puts the person outside the fence, and inside again', async () => {
    await button('差 312 米').click();
    await phone.locator('#locate-again').click();
    await shows('punch-hindrance', '还差 31');
    await button('门内').click();
    await phone.locator('#locate-again').click();
    await shows('forecast', '现在打卡：正常');
  });

  it('takes the permission to locate away, and the phone says how to get it back', async () => {
    await button('拒绝').click();
    await phone.locator('#locate-again').click();
    await shows('location-refused', '定位权限没有打开');
    await button('允许定位').click();
    await phone.locator('#recover-location').click();
    await shows('forecast', '现在打卡：正常');
  });

  it('moves the clock, delivers the reminder, and a tap on it opens its page', async () => {
    await phone.locator('#remind-me').click();
    await phone.locator('#subscribe-accept').click();
    await shows('reminders', '好的，到时提醒你');
    await button('+10 分钟').click();
    await button('+10 分钟').click();
    const message = page.locator('.message').filter({ hasText: '上班打卡提醒' });
    await message.waitFor();
    await phone.getByText('我的月历').click();
    await shows('month-grid', '一');
    await message.click();
    await shows('punch-button', '签到');
    expect(await page.locator('.now').innerText()).toContain('08:5');
  });

  it('takes the network away: a punch waits on the phone, and goes when it is back', async () => {
    await button('没有网络').click();
    await phone.locator('#punch-button').click();
    await shows('waiting', '等待发送 1 条');
    await button('有网络').click();
    await shows('cards', '实到 08:5');
  });
});
