import { testCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
afterEach(() => cloud.end());

const SDK = JSON.stringify(require.resolve('@cloudbase/node-sdk'));
const HOUR = 3_600_000;
/** Writes down every tick, with the time the function itself sees. */
const DIARY = `
  const tcb = require(${SDK});
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
  exports.main = async (event) => {
    await app.database().collection('diary').add({ trigger: event.TriggerName, due: event.Time, seen: new Date(), n: Date.now() });
    if (event.TriggerName === 'fails') throw new Error('bad tick');
  };`;
const timer = (name: string, config: string) => ({
  timeout: 20,
  triggers: [{ name, type: 'timer', config }],
});
const diary = async () =>
  (await cloud.app.database().collection('diary').limit(1000).get()).data as {
    trigger: string;
    due: string;
    seen: Date;
  }[];
/** The next full hour, cloud time. */
const nextHour = () => Math.ceil((cloud.clock.now() + 1) / HOUR) * HOUR;

test('it goes forward only, by the control API as well', async () => {
  cloud = await testCloud();
  const post = async (body: object) => {
    const response = await fetch(`${cloud.url}/control/clock`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return { status: response.status, ...(await response.json()) } as {
      status: number;
      now: number;
      message?: string;
    };
  };
  const before = cloud.clock.now();
  expect((await post({ advanceMs: 3 * 24 * HOUR })).now).toBeGreaterThanOrEqual(before + 3 * 24 * HOUR);
  expect(await post({ to: before })).toMatchObject({
    status: 400,
    message: expect.stringContaining('only goes forward'),
  });
  expect(await post({ advanceMs: -1 })).toMatchObject({ status: 400 });
  expect(await post({ to: 'soon' })).toMatchObject({ status: 400 });
  expect(await post({})).toMatchObject({ status: 400 });
  await expect(cloud.clock.moveTo(before)).rejects.toThrow('only goes forward');
});

test('workers, the database and a restart see the moved clock', async () => {
  cloud = await testCloud({ timers: 'never' });
  cloud.deploy(
    'time',
    `const atLoad = Date.now(); exports.main = async () => [Date.now(), new Date().getTime(), Date.parse(Date()), atLoad];`,
  );
  await cloud.callFunction('time');
  const target = Date.now() + 40 * 24 * HOUR;
  await cloud.clock.moveTo(target);
  const [now, fromNew, fromCall] = (await cloud.callFunction('time')) as number[];
  for (const seen of [now, fromNew, fromCall]) expect(Math.abs(Number(seen) - target)).toBeLessThan(5_000);
  const db = cloud.app.database();
  await db.createCollection('a');
  await db.collection('a').add({ _id: 'x', at: db.serverDate() });
  expect(Math.abs((await db.collection('a').doc('x').get()).data[0].at.getTime() - target)).toBeLessThan(
    5_000,
  );
  cloud = await cloud.restart();
  expect(Math.abs(cloud.clock.now() - target)).toBeLessThan(10_000);
});

test('a running function sees the move, and Date keeps its other faces', async () => {
  cloud = await testCloud({ timers: 'never' });
  cloud.deploy(
    'faces',
    `exports.main = async () => ({
       utc: Date.UTC(2026, 0, 1), parsed: Date.parse('2026-01-01T00:00:00Z'), made: new Date(2026, 0, 1, 12).getHours(),
       copy: new Date(new Date(5)).getTime(), instance: new Date() instanceof Date, name: Date.name, length: Date.length,
       json: JSON.stringify(new Date(0)), sub: new (class extends Date { later() { return this.getTime() + 1; } })(4).later(),
     });`,
  );
  expect(await cloud.callFunction('faces')).toEqual({
    utc: Date.UTC(2026, 0, 1),
    parsed: Date.UTC(2026, 0, 1),
    made: 12,
    copy: 5,
    instance: true,
    name: 'Date',
    length: 7,
    json: '"1970-01-01T00:00:00.000Z"',
    sub: 5,
  });
  cloud.deploy(
    'waits',
    `exports.main = async () => { const from = Date.now(); while (Date.now() - from < 1e6) await new Promise(r => setTimeout(r, 5)); return 'seen'; };`,
    { timeout: 20 },
  );
  let seen = false;
  const running = cloud.callFunction('waits').finally(() => (seen = true));
  while (!seen) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await cloud.clock.advance(2e6);
  }
  expect(await running).toBe('seen');
});

test('the clock of an empty cloud begins where it is told, and later where it was', async () => {
  const past = Date.parse('2026-01-05T00:00:00Z');
  cloud = await testCloud({ timers: 'never', beginAt: past });
  expect(cloud.clock.now() - past).toBeLessThan(10_000);
  await cloud.clock.advance(24 * HOUR);
  cloud = await cloud.restart({ beginAt: past });
  expect(Math.abs(cloud.clock.now() - past - 24 * HOUR)).toBeLessThan(20_000);
});

test('timers fire on the way, in order, each at its instant', async () => {
  cloud = await testCloud({ timers: 'on-move' });
  await cloud.app.database().createCollection('diary');
  const start = nextHour();
  await cloud.clock.moveTo(start + 1000);
  cloud.deploy('hourly', DIARY, timer('hourly', '0 0 * * * * *'));
  cloud.deploy('half', DIARY, timer('half', '0 30 * * * * *'));
  await cloud.clock.advance(3 * HOUR);
  const entries = await diary();
  expect(entries.map(({ trigger, due }) => [trigger, Date.parse(due) - start])).toEqual([
    ['half', 0.5 * HOUR],
    ['hourly', 1 * HOUR],
    ['half', 1.5 * HOUR],
    ['hourly', 2 * HOUR],
    ['half', 2.5 * HOUR],
    ['hourly', 3 * HOUR],
  ]);
  for (const { due, seen } of entries) {
    expect(seen.getTime()).toBeGreaterThanOrEqual(Date.parse(due));
    expect(seen.getTime() - Date.parse(due)).toBeLessThan(10_000);
  }
  expect(cloud.clock.now()).toBeGreaterThanOrEqual(start + 3 * HOUR + 1000);
});

test('a tick that fails does not stop the others', async () => {
  const lines: string[] = [];
  cloud = await testCloud({ timers: 'on-move', log: (line) => lines.push(line) });
  await cloud.app.database().createCollection('diary');
  await cloud.clock.moveTo(nextHour() + 1000);
  cloud.deploy('failing', DIARY, timer('fails', '0 0 * * * * *'));
  cloud.deploy('unreadable', DIARY, timer('never', 'whenever'));
  await cloud.clock.advance(2 * HOUR);
  expect(await diary()).toHaveLength(2);
  expect(lines.filter((line) => line.includes('bad tick'))).toHaveLength(2);
  expect(lines.some((line) => line.includes('unreadable') && line.includes('seven fields'))).toBe(true);
});

test('what was missed while the cloud was off is made up for, once', async () => {
  cloud = await testCloud({ timers: 'on-move' });
  await cloud.app.database().createCollection('diary');
  cloud.deploy('often', DIARY, timer('often', '* * * * * * *'));
  await cloud.clock.advance(0);
  const before = (await diary()).length;
  await cloud.close();
  await new Promise((resolve) => setTimeout(resolve, 2200));
  cloud = await cloud.restart({ timers: 'always' });
  while ((await diary()).length < before + 2) await new Promise((resolve) => setTimeout(resolve, 50));
  const due = (await diary()).map((entry) => entry.due);
  expect(new Set(due).size).toBe(due.length);
  expect([...due].sort()).toEqual(due);
});

test('a function that is deployed later is not given the ticks of before', async () => {
  cloud = await testCloud({ timers: 'on-move' });
  await cloud.app.database().createCollection('diary');
  await cloud.clock.advance(10 * HOUR);
  cloud.deploy('late', DIARY, timer('late', '0 0 * * * * *'));
  await cloud.clock.advance(1);
  expect(await diary()).toEqual([]);
});
