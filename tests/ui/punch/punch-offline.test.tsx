import { cleanup } from '@testing-library/react';
import { acceptedLate, FRIDAY_MORNING } from '../fixtures/today';
import {
  breaks,
  byId,
  freshMorning,
  networkBack,
  openDesk,
  pass,
  phone,
  punches,
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

describe('when the network is gone', () => {
  const punchOffline = async () => {
    await openDesk();
    phone.network = 'none';
    await tap('punch-button');
    await pass(100);
  };

  it('keeps the punch on the phone and says so with its time', async () => {
    await punchOffline();
    expect(textOf('waiting')).toContain('等待发送 1 条 · 08:52');
    expect(textOf('waiting')).toContain('网络不通');
    expect(byId('punch-answer')).toBeNull();
  });

  it('sends it once when the network is back, with the same id and the instant of the tap', async () => {
    await punchOffline();
    await pass(60_000);
    server.clock = () => says(acceptedLate);
    await networkBack();
    await pass(200_000);
    const reached = punches().at(-1);
    expect(new Set(punches().map(({ punchId }) => punchId)).size).toBe(1);
    expect(reached?.claimedAt).toBeGreaterThanOrEqual(FRIDAY_MORNING);
    expect(reached?.claimedAt).toBeLessThan(FRIDAY_MORNING + 1_000);
    expect(byId('waiting')).toBeNull();
  });

  it('shows the late answer and the correction it offers, until it was seen', async () => {
    await punchOffline();
    await pass(60_000);
    server.clock = () => says(acceptedLate);
    await networkBack();
    expect(textOf('punch-answer')).toContain('08:52 的打卡已送到：签到成功 09:40 · 迟到 10 分钟');
    expect(textOf('punch-answer')).toContain('手机记下的时间是 09:01');
    await reopenDesk();
    expect(textOf('punch-answer')).toContain('迟到 10 分钟');
    await tap('dismiss-answer');
    expect(byId('punch-answer')).toBeNull();
  });

  it('leads from the offered correction to its day', async () => {
    await punchOffline();
    await pass(60_000);
    server.clock = () => says(acceptedLate);
    await networkBack();
    await tap('see-correction');
    expect(phone.routes).toEqual(['tab /pages/month/index']);
  });

  it('keeps the punch over a restart and sends it then', async () => {
    await punchOffline();
    const [first] = punches();
    cleanup();
    phone.network = 'wifi';
    await reopenDesk();
    await pass(200);
    expect(punches().at(-1)?.punchId).toBe(first?.punchId);
    expect(byId('waiting')).toBeNull();
  });

  it('asks before a second punch is put beside one that waits', async () => {
    await punchOffline();
    await pass(3_000);
    await tap('punch-button');
    expect(textOf('confirm')).toContain('已有 1 次打卡等待发送');
  });

  it('lets a person punch on yesterday’s phone: known by name, nothing said of the day', async () => {
    await openDesk();
    jest.setSystemTime(FRIDAY_MORNING + 24 * 3_600_000);
    phone.network = 'none';
    await reopenDesk();
    await pass(3_000);
    expect(textOf('person')).toBe('王芳');
    expect(byId('cards')).toBeNull();
    expect(textOf('punch-button')).toContain('打卡');
    await tap('punch-button');
    await pass(3_000);
    expect(textOf('waiting')).toContain('等待发送 1 条 · 08:52');
  });

  it('says what happened, what is shown and what to do', async () => {
    await openDesk();
    phone.network = 'none';
    await tap('locate-again');
    await pass(3_000);
    expect(textOf('offline')).toContain('网络不通');
    expect(textOf('offline')).toContain('08:52');
    phone.network = 'wifi';
    await tap('retry');
    await pass(200);
    expect(byId('offline')).toBeNull();
  });

  it('tells a fault from a lost network, and lets the person give the punch up', async () => {
    server.clock = () => breaks('f-2');
    await openDesk();
    await tap('punch-button');
    await pass(100);
    expect(textOf('waiting')).toContain('f-2');
    await tap('drop-waiting');
    expect(byId('waiting')).toBeNull();
  });
});

it('keeps what was answered about reminders until the server has heard it', async () => {
  await openDesk();
  phone.network = 'none';
  await tap('remind-me');
  await pass(100);
  expect(textOf('reminders')).toContain('连上后生效');
  const heard = () => server.asked.filter(({ procedure }) => procedure === 'reminders.recordAnswers');
  phone.network = 'wifi';
  await reopenDesk();
  expect(heard()).toHaveLength(2);
  expect(heard()[1]).toEqual(heard()[0]);
  await reopenDesk();
  expect(heard()).toHaveLength(2);
});
