import { act, cleanup, fireEvent } from '@testing-library/react';
import { beforeWork, clockedIn, FRIDAY_MORNING, nowhere, outside } from '../fixtures/today';
import {
  breaks,
  byId,
  freshMorning,
  lookups,
  openDesk,
  pass,
  phone,
  punches,
  refuses,
  reopenDesk,
  says,
  server,
  tap,
  textOf,
} from './open-desk';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

beforeEach(freshMorning);

afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

describe('opening the page', () => {
  it('asks once, with the position, when the phone finds itself quickly', async () => {
    phone.fixDelayMs = 300;
    await openDesk(2_000);
    expect(lookups()).toEqual([{ position: { latitude: 31.2304, longitude: 121.4737, accuracyMeters: 15 } }]);
    expect(textOf('punch-button')).toContain('签到');
    expect(textOf('forecast')).toBe('现在打卡：正常');
    expect(textOf('whereabouts')).toContain('周到大厦');
  });

  it('asks without a position after 0.8 s, and again when it is there', async () => {
    phone.fixDelayMs = 2_000;
    server.today = ({ position }) => says(position === null ? nowhere : beforeWork);
    await openDesk(1_000);
    expect(lookups()).toEqual([{ position: null }]);
    expect(textOf('whereabouts')).toContain('正在定位');
    await pass(1_500);
    expect(lookups()).toHaveLength(2);
    expect(textOf('forecast')).toBe('现在打卡：正常');
  });

  it('shows empty boxes until the first answer', async () => {
    server.slownessMs = 500;
    await openDesk(100);
    expect(byId('punch-loading')).not.toBeNull();
    await pass(1_000);
    expect(byId('punch-loading')).toBeNull();
  });

  it('shows the last view as it was while the new one comes, with a button that waits', async () => {
    await openDesk();
    server.slownessMs = 500;
    await reopenDesk();
    expect(textOf('person')).toBe('王芳');
    expect(byId('punch-button')?.className).toContain('round-button--asleep');
    await tap('punch-button');
    await pass(1_000);
    expect(punches()).toEqual([]);
    expect(byId('punch-button')?.className).toContain('round-button--ready');
  });

  it('forgets a view that was kept under another contract', async () => {
    await openDesk();
    phone.storage.set('today', (phone.storage.get('today') ?? '').replace('"one"', '"two"'));
    server.slownessMs = 500;
    await reopenDesk();
    expect(byId('punch-loading')).not.toBeNull();
  });

  it('ticks with the server, however wrong the phone is', async () => {
    server.today = () => says({ ...beforeWork, now: Date.now() + 3 * 3_600_000 });
    await openDesk();
    expect(textOf('punch-button')).toContain('11:52:10');
    await pass(5_000);
    expect(textOf('punch-button')).toContain('11:52:15');
  });

  it('asks again when the server said that its answer will change', async () => {
    const nextChangeAt = FRIDAY_MORNING + 60_000;
    server.today = () => says({ ...beforeWork, button: { ...beforeWork.button, nextChangeAt } });
    await openDesk(30_000);
    expect(lookups()).toHaveLength(1);
    await pass(35_000);
    expect(lookups()).toHaveLength(2);
  });

  it('shows the number of a fault and tries again', async () => {
    server.today = () => breaks('f-1');
    await openDesk();
    expect(textOf('punch-trouble')).toContain('f-1');
    server.today = () => says(beforeWork);
    await tap('punch-trouble-again');
    await pass(100);
    expect(textOf('person')).toBe('王芳');
  });

  it('leads to the invitation code when nobody is bound, and remembers the page', async () => {
    server.today = () => refuses('session.not-bound');
    await openDesk();
    expect(phone.routes).toEqual(['launch /pages/bind/index']);
  });

  it('says to a person who has left that it is over, whatever was seen before', async () => {
    await openDesk();
    server.today = () => refuses('session.left', { lastDay: '2026-11-19' });
    await reopenDesk();
    expect(textOf('punch-trouble')).toContain('11月19日');
    expect(byId('punch-button')).toBeNull();
  });
});

describe('the position', () => {
  beforeEach(() => {
    server.today = ({ position }) => says(position === null ? nowhere : beforeWork);
  });

  it('says why before the system asks, and asks in a tap', async () => {
    phone.permission = undefined;
    await openDesk();
    expect(textOf('location-why')).toContain('打卡要用到位置');
    expect(lookups()).toEqual([{ position: null }]);
    await tap('allow-location');
    await pass(100);
    expect(byId('location-why')).toBeNull();
    expect(textOf('forecast')).toBe('现在打卡：正常');
  });

  it('leads back from a refusal', async () => {
    phone.permission = false;
    await openDesk();
    expect(byId('location-refused')).not.toBeNull();
    phone.permission = true;
    await tap('recover-location');
    await pass(100);
    expect(byId('location-refused')).toBeNull();
    expect(textOf('forecast')).toBe('现在打卡：正常');
  });

  it('says when the phone finds nothing', async () => {
    phone.fix = null;
    await openDesk();
    expect(textOf('whereabouts')).toContain('没有找到位置');
  });

  it('says how far to walk, and a tap on the sleeping button looks again', async () => {
    server.today = () => says(outside);
    await openDesk();
    expect(textOf('punch-hindrance')).toBe('还差 312 米进入打卡范围');
    expect(textOf('whereabouts')).toContain('精度 ±15 米');
    server.today = () => says(beforeWork);
    await tap('punch-button');
    await pass(100);
    expect(punches()).toEqual([]);
    expect(textOf('forecast')).toBe('现在打卡：正常');
  });
});

describe('a tap on the button', () => {
  it('sends one punch with the position and no claim, and shows what it became', async () => {
    await openDesk();
    await tap('punch-button');
    await pass(100);
    expect(punches()).toMatchObject([{ position: { accuracyMeters: 15 }, claimedAt: null }]);
    expect(textOf('punch-answer')).toContain('签到成功 08:52 · 正常');
    expect(textOf('punch-answer')).toContain('早于应到');
    expect(phone.vibrations).toBe(1);
    await pass(2_000);
    expect(textOf('punch-button')).toContain('签退');
  });

  it('puts the new card into the day without asking again', async () => {
    await openDesk();
    await tap('punch-button');
    await pass(100);
    expect(textOf('cards')).toContain('实到 08:52');
    expect(lookups()).toHaveLength(1);
  });

  it('waits for a new position rather than be judged by an old one', async () => {
    await openDesk();
    await pass(10 * 60_000);
    phone.fix = { latitude: 31.3, longitude: 121.5, accuracy: 20 };
    phone.fixDelayMs = 3_000;
    await tap('punch-button');
    await pass(2_000);
    expect(punches()).toEqual([]);
    await pass(2_000);
    expect(punches()).toMatchObject([{ position: { latitude: 31.3 } }]);
  });

  it('sends no old position when the phone cannot find itself any more', async () => {
    await openDesk();
    await pass(10 * 60_000);
    phone.fix = null;
    await tap('punch-button');
    await pass(100);
    expect(punches()).toMatchObject([{ position: null }]);
  });

  it('sends one punch for two taps at once, and for a third while it completes', async () => {
    server.slownessMs = 300;
    await openDesk(1_000);
    const button = byId('punch-button');
    await act(async () => {
      fireEvent.click(button as HTMLElement);
      fireEvent.click(button as HTMLElement);
    });
    await pass(500);
    await tap('punch-button');
    await pass(3_000);
    expect(punches()).toHaveLength(1);
  });

  it('asks first where a careless tap would cost something', async () => {
    server.today = () => says(clockedIn);
    await openDesk();
    await tap('punch-button');
    expect(textOf('confirm')).toContain('现在签退会记早退');
    await tap('confirm-no');
    expect(punches()).toEqual([]);
    await tap('punch-button');
    await tap('confirm-yes');
    await pass(100);
    expect(punches()).toHaveLength(1);
  });

  it('shows a refusal with its facts, forgets the punch and looks again', async () => {
    server.clock = () => refuses('punch.just-punched', { kind: 'in', at: '08:51' });
    await openDesk();
    await tap('punch-button');
    await pass(100);
    expect(textOf('punch-refused')).toContain('刚刚（08:51）已经签到');
    expect(byId('waiting')).toBeNull();
    expect(lookups()).toHaveLength(2);
  });

  it('offers a reminder afterwards and counts what is left', async () => {
    await openDesk();
    await tap('punch-button');
    await pass(2_500);
    await tap('remind-me');
    await pass(100);
    expect(textOf('reminders')).toContain('上班提醒 · 还剩 3 次');
    expect(server.asked.at(-1)).toMatchObject({
      procedure: 'reminders.recordAnswers',
      input: { answers: [{ templateId: 'before-work', answer: 'accept' }] },
    });
  });
});
