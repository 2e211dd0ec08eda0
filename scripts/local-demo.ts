import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DemoCast } from '../devtools/demo-cast';
import { servePanel, type PanelServer } from '../devtools/serve-panel';
import { startLocalCloud, type LocalCloud, type TimerMode } from '../emulator/start-local-cloud';
import { demoCloudOptions } from './demo/cloud-options';
import { documentKeysIn } from './demo/document-keys';
import { say } from './command';
import { inRoot } from './root';
import { seedDemo } from './seed-demo';

export interface LocalDemoOptions {
  /** Everything that stays between two starts. Made and seeded when it is not there. */
  readonly folder: string;
  /** Of the panel; 0: any free one. */
  readonly port: number;
  /** The built functions; default: dist/cloudfunctions. */
  readonly functionsDir?: string;
  readonly log?: (line: string) => void;
  /** When the functions' timers fire; default: always. */
  readonly timers?: TimerMode;
}

export interface LocalDemo {
  /** The panel; the phone alone is at /phone/?as=<openid>. */
  readonly url: string;
  readonly port: number;
  readonly cast: DemoCast;
  readonly cloud: LocalCloud;
  close(): Promise<void>;
}

/** The local cloud, the demo company inside it and the panel before it. What it needs must be built already. */
export const startLocalDemo = async ({
  folder,
  port,
  log,
  timers,
  functionsDir = inRoot('dist/cloudfunctions'),
}: LocalDemoOptions): Promise<LocalDemo> => {
  const dataDir = path.join(folder, 'cloud');
  const cast = await seedOnce(folder, { dataDir, functionsDir });
  const cloud = await startLocalCloud({
    ...demoCloudOptions(documentKeysIn(path.join(folder, 'document-keys.json'))),
    dataDir,
    functionsDir,
    ...(log && { log }),
    ...(timers && { timers }),
  });
  let panel: PanelServer | undefined;
  try {
    panel = await servePanel({
      cloudUrl: cloud.url,
      phoneFolder: inRoot('dist/h5'),
      cast,
      port,
      clockAheadMs: () => cloud.clock.now() - Date.now(),
    });
    const { url, port: taken } = panel;
    return {
      url,
      port: taken,
      cast,
      cloud,
      close: async () => {
        await panel?.close();
        await cloud.close();
      },
    };
  } catch (error) {
    await cloud.close();
    throw error;
  }
};

/** The cast is written last: without it a seed was cut short, and half a company is worse than none. */
export const seedOnce = async (
  folder: string,
  where: { readonly dataDir: string; readonly functionsDir: string },
): Promise<DemoCast> => {
  const castFile = path.join(folder, 'cast.json');
  if (existsSync(castFile)) return JSON.parse(await readFile(castFile, 'utf8')) as DemoCast;
  await rm(where.dataDir, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  say('Living the demo company’s last two months (once)…');
  const cast = await seedDemo(where);
  await writeFile(castFile, JSON.stringify(cast, null, 2));
  return cast;
};
