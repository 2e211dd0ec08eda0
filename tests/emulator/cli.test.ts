import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, startCloudProcess, type CloudProcess } from './support/cloud-process';

jest.setTimeout(90_000);
const directory = mkdtempSync(join(tmpdir(), 'local-cloud-cli-'));
let cloud: CloudProcess | undefined;
afterAll(async () => {
  await cloud?.kill();
  rmSync(directory, { recursive: true, force: true });
});

test('the clock is told and moved, forward only', async () => {
  expect(await cli('clock', 'now', '--data', directory)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no local cloud is running'),
  });
  cloud = await startCloudProcess(directory);
  const told = await cli('clock', '--data', directory);
  expect(told.stdout).toMatch(/^the cloud's clock: \d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2} \(UTC\+8\)\n$/);
  const [day, later] = [told.stdout, (await cli('clock', '+3d', '--data', directory)).stdout].map((line) =>
    Date.parse(`${/\d{4}-\S+/.exec(line)?.[0]}+08:00`),
  );
  expect(Math.abs(Number(later) - Number(day) - 3 * 86_400_000)).toBeLessThan(10_000);
  expect(await cli('clock', '2098-12-01T09:00', '--data', directory)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('2098-12-01T09:00:00'),
  });
  expect(await cli('clock', '2020-01-01', '--data', directory)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('only goes forward'),
  });
  expect(await cli('clock', 'tomorrow', '--data', directory)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('"tomorrow" is neither'),
  });
});

test('a second cloud over the directory, and a port in use, are refused with the reason', async () => {
  const port = new URL(String(cloud?.url)).port;
  await expect(startCloudProcess(directory).then((second) => second.kill())).rejects.toThrow(
    'is held by another local cloud',
  );
  await expect(
    startCloudProcess(join(directory, 'other'), directory, '--port', port).then((second) => second.kill()),
  ).rejects.toThrow(`port ${port} is in use`);
  expect((await fetch(`${cloud?.url}/control/health`)).status).toBe(200);
});

test('snapshots of a running cloud and of one that was killed', async () => {
  expect((await cli('snapshot', 'list', '--data', directory)).stdout).toBe('no snapshots\n');
  expect(await cli('snapshot', 'save', 'running', '--data', directory)).toMatchObject({ code: 0 });
  await cloud?.kill();
  expect(await cli('snapshot', 'save', 'killed', '--data', directory)).toMatchObject({ code: 0 });
  expect((await cli('snapshot', 'list', '--data', directory)).stdout).toMatch(/^running .*\nkilled .*\n$/);
  expect(await cli('snapshot', 'load', 'running', '--data', directory)).toMatchObject({ code: 0 });
  expect(await cli('snapshot', 'load', 'nothing', '--data', directory)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('there is no snapshot "nothing" (running, killed)'),
  });
});

test('what is not understood is answered with the reason', async () => {
  expect(await cli('dance')).toMatchObject({ code: 1, stderr: expect.stringContaining('usage') });
  expect(await cli('start', '--colour', 'red')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('"--colour"'),
  });
  writeFileSync(join(directory, 'broken.json'), '{');
  expect(await cli('start', '--config', join(directory, 'broken.json'))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('broken.json cannot be read'),
  });
});
