import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { startCloudProcess, type CloudProcess } from './support/cloud-process';

/** 20 in every run; `KILL_ROUNDS=100` for the long one. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 20);
const ACCOUNTS = ['a', 'b', 'c', 'd', 'e', 'f'];
const START = 1000;
const WRITERS = 8;

jest.setTimeout(20_000 + ROUNDS * 8_000);
const directory = mkdtempSync(join(tmpdir(), 'local-cloud-kill-'));
let cloud: CloudProcess | undefined;
afterAll(async () => {
  await cloud?.kill();
  rmSync(directory, { recursive: true, force: true });
});

async function start() {
  cloud = await startCloudProcess(directory);
  Object.assign(process.env, cloud.sdkEnvironment);
  return tcb.init({ env: 'local-cloud' }).database();
}
type Db = Awaited<ReturnType<typeof start>>;
type Transaction = Awaited<ReturnType<Db['startTransaction']>>;

/** What the cloud has confirmed; it must be there whatever happens afterwards. */
const confirmed = { transfers: new Set<string>(), pairs: new Set<string>(), counted: 0 };

const pick = (): string => ACCOUNTS[Math.floor(Math.random() * ACCOUNTS.length)] ?? 'a';

/** One writer: transfers in transactions, pairs in one add, a counter by conditional updates. Ends with the cloud. */
async function write(db: Db, writer: string): Promise<void> {
  const _ = db.command;
  for (let n = 0; ; n += 1) {
    const id = `${writer}-${n}`;
    const [from, to] = [pick(), pick()];
    if (from === to) continue;
    await db
      .runTransaction(async (transaction: Transaction) => {
        await transaction
          .collection('accounts')
          .doc(from)
          .update({ money: _.inc(-1) });
        await transaction
          .collection('accounts')
          .doc(to)
          .update({ money: _.inc(1) });
        await transaction.collection('transfers').add({ _id: id, from, to });
      })
      .then(
        () => confirmed.transfers.add(id),
        (error: { code?: string }) => {
          if (error.code !== 'DATABASE_TRANSACTION_CONFLICT') throw error;
        },
      );
    await db.collection('pairs').add([{ _id: `${id}-l` }, { _id: `${id}-r` }]);
    confirmed.pairs.add(id);
    const counted = await db
      .collection('accounts')
      .where({ _id: 'counter' })
      .update({ money: _.inc(1) });
    confirmed.counted += counted.updated;
  }
}

/** A random moment after some of this round has been confirmed, however slow the machine. */
async function inTheMiddle(): Promise<void> {
  const enough = confirmed.transfers.size + 3 + Math.floor(Math.random() * 15);
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  for (let waited = 0; confirmed.transfers.size < enough && waited < 5000; waited += 5) await pause(5);
  await pause(Math.random() * 20);
}

async function all(db: Db, name: string): Promise<Record<string, string & number>[]> {
  const found: Record<string, string & number>[] = [];
  for (let offset = 0; ; offset += 1000) {
    const { data } = await db.collection(name).skip(offset).limit(1000).get();
    found.push(...data);
    if (data.length < 1000) return found;
  }
}

async function verify(db: Db): Promise<void> {
  const transfers = await all(db, 'transfers');
  const known = new Set(transfers.map(({ _id }) => String(_id)));
  expect([...confirmed.transfers].filter((id) => !known.has(id))).toEqual([]);
  const accounts = new Map((await all(db, 'accounts')).map(({ _id, money }) => [String(_id), Number(money)]));
  for (const account of ACCOUNTS) {
    const received = transfers.filter(({ to }) => to === account).length;
    const given = transfers.filter(({ from }) => from === account).length;
    expect([account, accounts.get(account)]).toEqual([account, START + received - given]);
  }
  const halves = new Set((await all(db, 'pairs')).map(({ _id }) => String(_id)));
  for (const id of halves)
    expect(halves.has(id.replace(/[lr]$/, (side) => (side === 'l' ? 'r' : 'l')))).toBe(true);
  expect([...confirmed.pairs].filter((id) => !halves.has(`${id}-l`))).toEqual([]);
  expect(accounts.get('counter')).toBeGreaterThanOrEqual(confirmed.counted);
  expect(accounts.get('counter')).toBeLessThanOrEqual(confirmed.counted + ROUNDS * WRITERS);
}

test(`killed ${ROUNDS} times in the middle: nothing confirmed is lost, nothing is half done`, async () => {
  let db = await start();
  for (const name of ['accounts', 'transfers', 'pairs']) await db.createCollection(name);
  await db
    .collection('accounts')
    .add([...ACCOUNTS.map((_id) => ({ _id, money: START })), { _id: 'counter', money: 0 }]);
  for (let round = 0; round < ROUNDS; round += 1) {
    const writers = Array.from({ length: WRITERS }, (_, n) => write(db, `${round}-${n}`));
    const ended = Promise.allSettled(writers);
    await inTheMiddle();
    await cloud?.kill();
    for (const outcome of await ended) expect(outcome.status).toBe('rejected');
    db = await start();
    await verify(db);
  }
  expect(confirmed.transfers.size).toBeGreaterThan(ROUNDS);
  console.log(
    `${ROUNDS} kills, ${confirmed.transfers.size} transfers and ${confirmed.pairs.size} pairs confirmed`,
  );
});
