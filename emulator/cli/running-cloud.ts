import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { ADDRESS_FILE } from '../start-local-cloud';

/** A cloud that runs in another process over the directory. */
export interface RunningCloud {
  /** @throws Error with the cloud's reason */
  ask(path: string, body?: object): Promise<Record<string, unknown>>;
}

/** @returns undefined when none runs; an address that a killed cloud left behind counts as none */
export async function findRunningCloud(dataDir: string): Promise<RunningCloud | undefined> {
  const file = join(dataDir, ADDRESS_FILE);
  if (!existsSync(file)) return undefined;
  const { url } = JSON.parse(readFileSync(file, 'utf8')) as { url: string };
  const cloud: RunningCloud = { ask: (path, body) => ask(`${url}${path}`, body) };
  const health = await cloud.ask('/control/health').catch(() => undefined);
  return health?.ok === true ? cloud : undefined;
}

/** Without a time limit: moving the clock by a month runs a month of timers. */
function ask(url: string, body?: object): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { method: body ? 'POST' : 'GET' }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const answer = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
        if (response.statusCode === 200) resolve(answer);
        else reject(new Error(String(answer.message)));
      });
    });
    asking.on('error', reject);
    asking.end(body && JSON.stringify(body));
  });
}
