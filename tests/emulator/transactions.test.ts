import { codeOf, testCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await testCloud();
  await cloud.app.database().createCollection('a');
  await cloud.app.database().collection('a').add({ _id: 'x', n: 0 });
});
afterEach(() => cloud.end());

const db = () => cloud.app.database();

test('after 30 seconds it is over, and others may write', async () => {
  const transaction = await db().startTransaction();
  await transaction.collection('a').doc('x').update({ n: 1 });
  const outside = db().collection('a').doc('x').update({ n: 2 });
  await cloud.clock.advance(29_000);
  await transaction.collection('a').doc('x').get();
  await cloud.clock.advance(2_000);
  expect(await codeOf(transaction.commit())).toBe('DATABASE_TRANSACTION_FAIL');
  expect((await outside).updated).toBe(1);
  expect((await db().collection('a').doc('x').get()).data[0].n).toBe(2);
});

test('who waits for a forgotten transaction goes on when its time is over', async () => {
  const transaction = await db().startTransaction();
  await transaction.collection('a').doc('x').update({ n: 1 });
  const outside = db().collection('a').doc('x').update({ n: 2 });
  await cloud.clock.advance(31_000);
  expect((await outside).updated).toBe(1);
});

test('yesterday’s transaction is not known, also after a restart', async () => {
  const transaction = await db().startTransaction();
  await transaction.collection('a').doc('x').update({ n: 1 });
  cloud = await cloud.restart();
  Object.assign(process.env, cloud.sdkEnvironment);
  await expect(transaction.commit()).rejects.toMatchObject({
    code: 'DATABASE_TRANSACTION_FAIL',
    message: expect.stringContaining('does not exist'),
  });
  expect((await db().collection('a').doc('x').get()).data[0].n).toBe(0);
});

test('where() inside is refused: only doc() and add() are documented', async () => {
  const transaction = await db().startTransaction();
  expect(await codeOf(transaction.collection('a').where({ _id: 'x' }).get())).toBe('DATABASE_REQUEST_FAILED');
});

test('twenty transfers at once: nothing is lost, and the losers are told', async () => {
  await db()
    .collection('a')
    .add([
      { _id: 'from', n: 100 },
      { _id: 'to', n: 0 },
    ]);
  const _ = db().command;
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () =>
      codeOf(
        db().runTransaction(
          async (transaction: Awaited<ReturnType<ReturnType<typeof db>['startTransaction']>>) => {
            await transaction
              .collection('a')
              .doc('from')
              .update({ n: _.inc(-1) });
            await transaction
              .collection('a')
              .doc('to')
              .update({ n: _.inc(1) });
          },
        ),
      ),
    ),
  );
  const done = outcomes.filter((outcome) => outcome === 'no error').length;
  expect(outcomes.every((outcome) => ['no error', 'DATABASE_TRANSACTION_CONFLICT'].includes(outcome))).toBe(
    true,
  );
  const [from, to] = [
    await db().collection('a').doc('from').get(),
    await db().collection('a').doc('to').get(),
  ];
  expect([from.data[0].n, to.data[0].n]).toEqual([100 - done, done]);
});
