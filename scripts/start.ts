import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { buildFunctions } from './build-functions';
import { buildPhone } from './build-phone';
import { Unable, command, say, seconds } from './command';
import { startLocalDemo } from './local-demo';
import { inRoot } from './root';

const USUAL_PORT = 3210;
const FOLDER = '.local';

const HELP = `npm start              the demo company on this machine
npm start -- --port N  on another port than ${USUAL_PORT}
npm start -- --fresh   with the demo company as on its first day: forgets everything in ${FOLDER}/
npm start -- --no-open without opening a browser`;

const isFree = (port: number): Promise<boolean> =>
  new Promise((settle) => {
    const probe = createServer();
    probe.once('error', () => settle(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => settle(true)));
  });

const choosePort = async (wanted: number): Promise<number> => {
  if (await isFree(wanted)) return wanted;
  say(`Port ${wanted} is in use by another program, so this takes a free one instead.`);
  return 0;
};

const readOptions = (): { port: number; open: boolean; fresh: boolean } | undefined => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: String(USUAL_PORT) },
      'no-open': { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Unable(`--port must be a whole number from 0 to 65535, and was "${values.port}".`);
  }
  const watched = process.stdout.isTTY === true && !process.env.CI;
  return { port, open: watched && !values['no-open'], fresh: values.fresh };
};

const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
};

/** A machine without a browser loses nothing: the address is printed. */
const openBrowser = (url: string): void => {
  const [program, ...args] = OPENERS[process.platform] ?? [];
  if (!program) return;
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
};

const untilStopped = (): Promise<void> =>
  new Promise((settle) => {
    process.once('SIGINT', () => settle());
    process.once('SIGTERM', () => settle());
  });

command(__filename, async () => {
  // Deployed functions live in UTC; a worker's zone is its process's.
  process.env.TZ = 'UTC';
  const began = performance.now();
  const options = readOptions();
  if (!options) return void process.stdout.write(`${HELP}\n`);
  if (options.fresh) await rm(inRoot(FOLDER), { recursive: true, force: true });

  say(`Cloud functions ${await buildFunctions()}.`);
  say(`The phone’s pages ${await buildPhone('h5')}.`);
  const demo = await startLocalDemo({
    folder: inRoot(FOLDER),
    port: await choosePort(options.port),
    log: (line) => say(line),
  });
  process.stdout.write(`\n${demo.cast.companyName} is open at ${demo.url}\n`);
  say(`Ready in ${seconds(performance.now() - began)}. Ctrl-C stops it; what you do stays in ${FOLDER}/.`);
  if (options.open) openBrowser(demo.url);
  await untilStopped();
  say('\nClosing…');
  await demo.close();
});
