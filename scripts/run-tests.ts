import { mkdir, readFile, rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildFunctions } from './build-functions';
import { buildPhone } from './build-phone';
import { Unable, command, say, seconds } from './command';
import { findBrowser } from './find-browser';
import { needPoppler } from './find-poppler';
import { inRoot } from './root';
import { runTool, toolScript } from './run-tool';

/** Nothing may depend on the zone of the machine: these rooms run again under two more. */
const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York'] as const;
const AGAIN_IN_EVERY_ZONE = ['domain', 'server', 'ui'];

/** Of the server's tests, those that count days and hours run again; papers, permissions and the like know no zone. */
const SERVER_BY_THE_CLOCK =
  'punching|month|day-close|reminders|corrections|requests|reports|rules|leaving-notice|leaving-choosing|facts-and-sheets|stuck-cases';

/** Real browsers and real servers: alone, after the rest. */
const JOURNEYS = 'journeys';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** The parts of jest's --json that are read here. */
interface JestResult {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that broke before any test of theirs could run. */
  readonly numRuntimeErrorTestSuites: number;
}

interface Round {
  readonly zone: string;
  readonly rooms: readonly string[];
  /** Under another zone than the first: only what has to do with the clock. */
  readonly isAgain: boolean;
}

/** The folders of tests/ that hold tests, as jest.config.mjs sees them. */
const roomsOnDisk = async (): Promise<string[]> => {
  const config = (await import(pathToFileURL(inRoot('jest.config.mjs')).href)) as { rooms: string[] };
  return config.rooms;
};

const roundsFor = (rooms: readonly string[], zones: readonly string[]): Round[] =>
  [
    ...zones.map((zone, index) => ({
      zone,
      rooms: rooms.filter((room) => room !== JOURNEYS && (index === 0 || AGAIN_IN_EVERY_ZONE.includes(room))),
      isAgain: index > 0,
    })),
    { zone: zones[0] ?? 'UTC', rooms: rooms.filter((room) => room === JOURNEYS), isAgain: false },
  ].filter((round) => round.rooms.length > 0);

const runRound = async ({ zone, rooms, isAgain }: Round, number: number): Promise<Tally> => {
  const began = performance.now();
  say(`\n── ${rooms.join(', ')} under TZ=${zone}`);
  const results = inRoot('dist', 'test-results', `${number}.json`);
  await runTool(
    toolScript('jest', 'bin/jest.js'),
    [
      '--selectProjects',
      ...rooms,
      '--json',
      `--outputFile=${results}`,
      // Tests over the local cloud wait more than they compute; real browsers want the machine to themselves.
      `--maxWorkers=${rooms.includes(JOURNEYS) ? 1 : '100%'}`,
      ...(isAgain
        ? ['--testPathPatterns', `tests/(domain|ui)/|tests/server/.*(${SERVER_BY_THE_CLOCK})`]
        : []),
    ],
    { output: 'shown', env: { TZ: zone, NODE_ENV: 'test' } },
  );
  const tally = await readTally(results);
  say(`   ${line(tally)} in ${seconds(performance.now() - began)}`);
  return tally;
};

const readTally = async (file: string): Promise<Tally> => {
  let result: JestResult;
  try {
    result = JSON.parse(await readFile(file, 'utf8')) as JestResult;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }; // jest itself broke: its own words are above.
  }
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
};

const line = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** `npm test`, or `npm test -- domain server --zone UTC` for a part of it. The last line counts everything. */
command(__filename, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { zone: { type: 'string', multiple: true } },
  });
  const all = await roomsOnDisk();
  const unknown = positionals.filter((room) => !all.includes(room));
  if (unknown.length > 0) throw new Unable(`No such room: ${unknown.join(', ')}. Rooms: ${all.join(', ')}.`);
  const rooms = positionals.length > 0 ? positionals : all;

  if (rooms.some((room) => ['server', 'house', JOURNEYS].includes(room))) {
    say(`Cloud functions ${await buildFunctions()}.`);
  }
  if (rooms.includes('house') || rooms.includes(JOURNEYS)) {
    say(`weapp ${await buildPhone('weapp')}.`);
    say(`h5 ${await buildPhone('h5')}.`);
  }
  if (rooms.includes('server')) needPoppler();
  if (rooms.includes(JOURNEYS)) {
    process.env.CHROME_PATH = findBrowser();
  }

  const results = inRoot('dist', 'test-results');
  await rm(results, { recursive: true, force: true });
  await mkdir(results, { recursive: true });
  const total: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const [index, round] of roundsFor(rooms, values.zone ?? ZONES).entries()) {
    const tally = await runRound(round, index);
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped += tally.skipped;
  }
  process.stdout.write(`\n${line(total)}\n`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});
