import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { writeEjson } from '../../emulator/protocol/ejson';
import { Collection, Version } from '../../emulator/store/collection';
import { matchingSlots } from '../../emulator/store/find-documents';
import { startCloudProcess } from '../emulator/support/cloud-process';

const IN_FLIGHT = 32;
const CALLS = 600;
const DOCUMENTS = 100_000;
const LEAST_RATIO = 50;

type Operation = (n: number) => Promise<unknown>;

/** The local cloud in a process of its own, spoken to by the real SDK over HTTP; and the index against the scan. */
export async function run(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'local-cloud-bench-'));
  const functionsDir = join(directory, 'functions');
  mkdirSync(join(functionsDir, 'echo'), { recursive: true });
  writeFileSync(join(functionsDir, 'echo/index.js'), 'exports.main = async (event) => event;');
  const cloud = await startCloudProcess(join(directory, 'data'), functionsDir);
  try {
    Object.assign(process.env, cloud.sdkEnvironment);
    const operations = await prepare(tcb.init({ env: 'local-cloud' }), cloud.url);
    print(
      'operation',
      'p50 alone',
      'p99 alone',
      `a second at ${IN_FLIGHT}`,
      `p50 at ${IN_FLIGHT}`,
      `p99 at ${IN_FLIGHT}`,
    );
    for (const [name, operation] of Object.entries(operations)) {
      await measure(operation, 50, 4);
      const alone = await measure(operation, CALLS / 3, 1);
      const together = await measure(operation, CALLS, IN_FLIGHT);
      print(
        name,
        ms(alone.p50),
        ms(alone.p99),
        together.perSecond.toFixed(0),
        ms(together.p50),
        ms(together.p99),
      );
    }
  } finally {
    await cloud.kill();
    rmSync(directory, { recursive: true, force: true });
  }
  const { scanMs, indexMs, buildMs } = lookUps();
  const ratio = scanMs / indexMs;
  console.log(
    `equality among ${DOCUMENTS} documents: scan ${scanMs.toFixed(2)} ms, index ${indexMs.toFixed(4)} ms, ` +
      `${ratio.toFixed(0)} times faster (built once in ${buildMs.toFixed(0)} ms)`,
  );
  if (ratio < LEAST_RATIO)
    throw new Error(`the index is only ${ratio.toFixed(0)} times faster, not ${LEAST_RATIO}`);
}

/** A sheet of about 2 KB, as documents go. */
const sheet = (_id: string): object => ({
  _id,
  revision: 0,
  owner: `o-${_id}`,
  days: Array.from({ length: 20 }, (_, day) => ({
    day,
    punches: [{ at: 540 + day, kind: 'in' }],
    verdict: 'late',
  })),
});

async function prepare(app: ReturnType<typeof tcb.init>, url: string): Promise<Record<string, Operation>> {
  const db = app.database();
  const _ = db.command;
  for (const name of ['sheets', 'facts']) await db.createCollection(name);
  for (let from = 0; from < 2000; from += 500)
    await db.collection('sheets').add(Array.from({ length: 500 }, (_item, n) => sheet(String(from + n))));
  let added = 0;
  return {
    add: () => db.collection('facts').add({ _id: `f${(added += 1)}`, at: Date.now(), place: '总部' }),
    'get by id': (n) => db.collection('sheets').doc(String(n)).get(),
    'get by a field': (n) =>
      db
        .collection('sheets')
        .where({ owner: `o-${n}` })
        .limit(2)
        .get(),
    'conditional update': (n) =>
      db
        .collection('sheets')
        .where({ _id: String(n), owner: `o-${n}` })
        .update({ revision: _.inc(1) }),
    'transaction of two writes': async (n) => {
      const transaction = await db.startTransaction();
      await transaction
        .collection('sheets')
        .doc(String(n))
        .update({ revision: _.inc(1) });
      await transaction.collection('facts').add({ _id: `t${(added += 1)}` });
      await transaction.commit();
    },
    'aggregate a match': (n) =>
      db
        .collection('sheets')
        .aggregate()
        .match({ owner: `o-${n}` })
        .project({ revision: 1 })
        .end(),
    'call a function': (n) =>
      fetch(`${url}/client/callFunction`, {
        method: 'POST',
        body: JSON.stringify({ name: 'echo', data: { n } }),
      }).then((response) => response.json()),
    'upload 10 KB': (n) =>
      app.uploadFile({ cloudPath: `bench/${n}.bin`, fileContent: Buffer.alloc(10_000, n) }),
  };
}

async function measure(operation: Operation, calls: number, inFlight: number) {
  const latencies: number[] = [];
  let next = 0;
  const began = performance.now();
  const caller = async (): Promise<void> => {
    for (let n = next++; n < calls; n = next++) {
      const start = performance.now();
      await operation(n);
      latencies.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, caller));
  const perSecond = (calls / (performance.now() - began)) * 1000;
  latencies.sort((a, b) => a - b);
  const quantile = (q: number): number =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * q))] ?? NaN;
  return { perSecond, p50: quantile(0.5), p99: quantile(0.99) };
}

/** The same question by index and, hidden in an `$or` that no index serves, by reading everything. */
function lookUps(): { scanMs: number; indexMs: number; buildMs: number } {
  const collection = new Collection('many');
  for (let n = 0; n < DOCUMENTS; n += 1) {
    const document = { _id: `d${n}`, owner: `o-${n % 20_000}`, n };
    collection.put(`sd${n}`, n, new Version(writeEjson(document), 1, document));
  }
  const owner = (n: number) => ({ owner: `o-${(n * 7919) % 20_000}` });
  const buildMs = timed(1, () => matchingSlots(collection, owner(0)));
  const indexMs = timed(2000, (n) => matchingSlots(collection, owner(n)));
  const scanMs = timed(15, (n) => matchingSlots(collection, { $or: [owner(n)] }));
  return { scanMs, indexMs, buildMs };
}

/** Milliseconds a time; each must find its five documents. */
function timed(times: number, look: (n: number) => unknown[]): number {
  const began = performance.now();
  for (let n = 0; n < times; n += 1)
    if (look(n).length !== 5) throw new Error('the look-up found something else');
  return (performance.now() - began) / times;
}

const ms = (milliseconds: number): string => `${milliseconds.toFixed(1)} ms`;

const print = (name: string, ...columns: string[]): void =>
  console.log(name.padEnd(28) + columns.map((column) => column.padStart(17)).join(''));
