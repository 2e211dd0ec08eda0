import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { judgePeople } from '@domain/attendance/judge-people';
import type { JudgeFile } from '@domain/attendance/judge/judge-file';
import type { readJudgeFile } from '@domain/attendance/judge/read-judge-file';
import type { intlZone } from '../../scripts/intl-zone';
import { inRoot } from '../../scripts/root';
import { bundled } from './bundled';
import { companyFile, companyHead, companyPerson } from './engine-company';

const ROUNDS = 21;
/** Rounds that are not counted: JSON.parse is compiled when Node is built, the engine while it runs. */
const WARM_UP = 30;
const PEOPLE = 1000;
const STREAMED_PEOPLE = 10_000;
const GOAL_RATIO = 1;
const MOST_BYTES_A_PUNCH = 120;
const MOST_STREAM_MB = 100;

interface Engine {
  readonly readJudgeFile: typeof readJudgeFile;
  readonly judgePeople: typeof judgePeople;
  readonly intlZone: typeof intlZone;
}

/** The engine as the functions carry it: bundled by esbuild, not transformed file by file. */
const ENGINE = `
  export { readJudgeFile } from './domain/attendance/judge/read-judge-file';
  export { judgePeople } from './domain/attendance/judge-people';
  export { intlZone } from './scripts/intl-zone';
`;

/** The judge's own stream, and at the end the most memory it ever held. */
const STREAM = `
  import { streamJudge } from './scripts/judge/stream-judge';
  streamJudge(process.stdin, process.stdout).then((people) => {
    process.stderr.write(JSON.stringify({ people, kilobytes: process.resourceUsage().maxRSS }));
  });
`;

const EMPTY = `process.stdin.resume().on('end', () => {
  process.stderr.write(JSON.stringify({ people: 0, kilobytes: process.resourceUsage().maxRSS }));
});`;

/** CPU milliseconds of one call, all threads of the process. */
function cpu<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, result };
}

/** Parsing the file against judging it, in turn, in one process; the least of all rounds of each. */
function alternate(engine: Engine, text: string): { readonly parse: number; readonly judge: number } {
  const best = { parse: Infinity, judge: Infinity };
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const { ms: parse, result: file } = cpu(() => JSON.parse(text) as JudgeFile);
    const { ms: judge } = cpu(() => judgeWhole(engine, file));
    if (round < 0) continue;
    best.parse = Math.min(best.parse, parse);
    best.judge = Math.min(best.judge, judge);
  }
  return best;
}

/** The full engine: texts to instants, rules to plans, every day to a verdict with its reasons as codes. */
function judgeWhole(
  { readJudgeFile: read, judgePeople: judge, intlZone: zones }: Engine,
  file: JudgeFile,
): number {
  const input = read(file, zones);
  if (!input.ok) throw new Error(JSON.stringify(input.refusal.facts.problems));
  return judge(input.value).length;
}

async function peakOf(
  script: string,
  people: number,
): Promise<{ people: number; kilobytes: number; seconds: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const lines = [companyHead(), ...Array.from({ length: people }, (_, index) => index)];
  for (const line of lines) {
    const text = typeof line === 'number' ? personLine(line) : JSON.stringify(line);
    if (!child.stdin.write(`${text}\n`)) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  await once(child, 'close');
  return {
    ...(JSON.parse(said) as { people: number; kilobytes: number }),
    seconds: (performance.now() - began) / 1000,
  };
}

function personLine(index: number): string {
  const { person, punches, requests } = companyPerson(index);
  return JSON.stringify({ people: [person], punches, requests });
}

const told = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export async function run(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'zhoudao-engine-'));
  try {
    const file = companyFile(PEOPLE);
    const text = JSON.stringify(file);
    const bytesAPunch = text.length / file.punches.length;
    told(
      `${PEOPLE} people × 31 days, ${file.punches.length} punches, ${bytesAPunch.toFixed(1)} bytes a punch`,
    );
    const engine = createRequire(inRoot('package.json'))(
      await bundled(folder, 'engine.cjs', ENGINE),
    ) as Engine;
    const { parse, judge } = alternate(engine, text);
    told(
      `JSON.parse ${parse.toFixed(1)} ms CPU, full engine ${judge.toFixed(1)} ms CPU (least of ${ROUNDS})`,
    );
    told(`engine / JSON.parse = ${(judge / parse).toFixed(2)} (goal ≤ ${GOAL_RATIO.toFixed(1)})`);

    await writeFile(path.join(folder, 'empty.cjs'), EMPTY);
    const empty = await peakOf(path.join(folder, 'empty.cjs'), STREAMED_PEOPLE);
    const stream = await peakOf(await bundled(folder, 'stream.cjs', STREAM), STREAMED_PEOPLE);
    const megabytes = (stream.kilobytes - empty.kilobytes) / 1024;
    told(
      `${stream.people} people × 31 days streamed in ${stream.seconds.toFixed(1)} s: ${megabytes.toFixed(0)} MB over an empty Node (goal < ${MOST_STREAM_MB})`,
    );

    const broken = [
      ...(bytesAPunch > MOST_BYTES_A_PUNCH ? ['bytes a punch'] : []),
      ...(judge / parse > GOAL_RATIO ? ['engine / JSON.parse'] : []),
      ...(megabytes >= MOST_STREAM_MB || stream.people !== STREAMED_PEOPLE ? ['streamed memory'] : []),
    ];
    if (broken.length > 0) throw new Error(`Past its goal: ${broken.join(', ')}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
