import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { clockCommand } from './cli/clock-command';
import { readArguments, type Flags } from './cli/read-arguments';
import { snapshotCommand } from './cli/snapshot-command';
import { reasonOf } from './protocol/refusal';
import { startLocalCloud, type LocalCloudOptions } from './start-local-cloud';

const HELP = `usage: cli.ts <command> [--data <directory>]

  start [--functions <directory>] [--port <port>] [--config <file.json>]
  clock now | +<n>(d|h|m|s) | <YYYY-MM-DD>[T<HH:MM[:SS]>] (UTC+8)
  snapshot save <name> | load <name> | list

The directory is .local/cloud unless --data or LOCAL_CLOUD_DATA says otherwise.
--config holds the other options of startLocalCloud as JSON: weChat, indexes, storageRules, httpAccess, functionEnv.`;

async function main(): Promise<void> {
  const { words, flags } = readArguments(process.argv.slice(2));
  const dataDir = resolve(flags.data ?? process.env.LOCAL_CLOUD_DATA ?? '.local/cloud');
  const [command, ...rest] = words;
  if (command === 'start') await start(dataDir, flags);
  else if (command === 'clock') console.log(await clockCommand(dataDir, rest));
  else if (command === 'snapshot') console.log(await snapshotCommand(dataDir, rest));
  else throw new Error(HELP);
}

async function start(dataDir: string, flags: Flags): Promise<void> {
  // The functions of the cloud live in UTC; a thread cannot have a zone of its own.
  process.env.TZ = 'UTC';
  const cloud = await startLocalCloud({
    log: (line) => console.error(line),
    ...(flags.config !== undefined && readConfig(flags.config)),
    dataDir,
    functionsDir: resolve(flags.functions ?? 'dist/cloudfunctions'),
    port: Number(flags.port ?? 0),
  });
  console.log(`local cloud "${cloud.envId}" on ${cloud.url}`);
  const stop = (): void => void cloud.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function readConfig(path: string): Partial<LocalCloudOptions> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Partial<LocalCloudOptions>;
  } catch (thrown) {
    throw new Error(`the config ${path} cannot be read: ${reasonOf(thrown)}`);
  }
}

main().catch((thrown: unknown) => {
  console.error(reasonOf(thrown));
  process.exit(1);
});
