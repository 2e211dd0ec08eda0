import { codeOf, testCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud();
  await cloud.app.database().createCollection('a');
});
afterAll(() => cloud.end());

const db = () => cloud.app.database();
const a = () => db().collection('a');
/** What the SDK cannot be brought to send. */
const admin = async (body: object): Promise<Record<string, unknown>> =>
  (await fetch(`${cloud.adminUrl}?env=local-cloud`, { method: 'POST', body: JSON.stringify(body) })).json();

describe('collections', () => {
  test('each must be created, once', async () => {
    expect(await codeOf(db().collection('b').where({ x: 1 }).count())).toBe('DATABASE_COLLECTION_NOT_EXIST');
    await expect(db().createCollection('a')).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('Table exist'),
    });
  });

  test('the cloud’s own are out of reach', async () => {
    expect(await codeOf(db().collection('$files').get())).toBe('INVALID_PARAM');
    expect(await codeOf(db().createCollection('$mine'))).toBe('INVALID_PARAM');
  });

  test('100 are the most', async () => {
    const other = await testCloud();
    try {
      for (let count = 0; count < 100; count += 1) await other.app.database().createCollection(`c${count}`);
      expect(await codeOf(other.app.database().createCollection('onemore'))).toBe(
        'DATABASE_COLLECTION_EXCEED_LIMIT',
      );
    } finally {
      await other.end();
      Object.assign(process.env, cloud.sdkEnvironment);
    }
  });
});

describe('documents', () => {
  test('512 KB are the most', async () => {
    const text = (bytes: number) => 'x'.repeat(bytes);
    expect(await codeOf(a().add({ text: text(512 * 1024 - 100) }))).toBe('no error');
    expect(await codeOf(a().add({ text: text(512 * 1024) }))).toBe('DATABASE_REQUEST_FAILED');
    const { id } = await a().add({ half: text(300_000) });
    expect(
      await codeOf(
        a()
          .doc(String(id))
          .update({ other: text(300_000) }),
      ),
    ).toBe('DATABASE_REQUEST_FAILED');
    expect(
      await codeOf(
        a()
          .doc(String(id))
          .set({ whole: text(600_000) }),
      ),
    ).toBe('DATABASE_REQUEST_FAILED');
  });

  test('field names have no leading $, no dots', async () => {
    expect(await codeOf(a().add({ $set: 1 }))).toBe('DATABASE_REQUEST_FAILED');
    expect(await codeOf(a().add({ deep: [{ 'a.b': 1 }] }))).toBe('DATABASE_REQUEST_FAILED');
    const _ = db().command;
    await a().add({ _id: 'named' });
    expect(
      await codeOf(
        a()
          .doc('named')
          .update({ x: _.set({ $gt: 1 }) }),
      ),
    ).toBe('DATABASE_REQUEST_FAILED');
  });

  test('an _id is text, a number or an ObjectId', async () => {
    expect(await codeOf(a().add({ _id: { a: 1 } }))).toBe('DATABASE_REQUEST_FAILED');
    expect(await codeOf(a().add({ _id: true }))).toBe('DATABASE_REQUEST_FAILED');
    expect(await codeOf(a().add({ _id: 'a\0b' }))).toBe('DATABASE_REQUEST_FAILED');
    expect(await codeOf(a().add({ _id: '\ud800' }))).toBe('DATABASE_REQUEST_FAILED');
    expect(await codeOf(a().add({ _id: '𠮷' }))).toBe('no error');
  });

  test('nesting deeper than 100 levels is refused', async () => {
    let deep: object = {};
    for (let level = 0; level < 101; level += 1) deep = { deep };
    expect(await codeOf(a().add(deep))).toBe('DATABASE_REQUEST_FAILED');
  });
});

describe('queries', () => {
  test.each([
    ['an empty $and', { $and: [] }],
    ['$or that is not a list', { $or: { x: 1 } }],
    ['$in without a list', { x: { $in: 5 } }],
    ['a negative $size', { x: { $size: -1 } }],
    ['$mod by zero', { x: { $mod: [0, 1] } }],
    ['$not with a value', { x: { $not: 5 } }],
    ['an unknown operator', { x: { $foo: 1 } }],
    ['an unknown top level operator', { $foo: [] }],
    ['a broken regular expression', { x: { $regex: '(' } }],
    ['code', { $where: 'true' }],
    ['geography, which a laptop does not do', { x: { $nearSphere: [1, 2] } }],
  ])('refused: %s', async (_name, query) => {
    expect(await codeOf(a().options({ raw: true }).where(query).get())).toBe('DATABASE_REQUEST_FAILED');
  });

  test('a regular expression with a flag that MongoDB does not know', async () => {
    expect(await codeOf(a().where({ x: /a/g }).get())).toBe('INVALID_PARAM');
  });

  test('a limit over 1000 counts as 1000, none as 100, whoever asks', async () => {
    await db().createCollection('many');
    await db()
      .collection('many')
      .add(Array.from({ length: 1001 }, (_, n) => ({ n })));
    const answer = await admin({ action: 'database.getDocument', collectionName: 'many', limit: 5000 });
    expect((answer.data as { list: unknown[] }).list).toHaveLength(1000);
    const unlimited = await admin({ action: 'database.getDocument', collectionName: 'many' });
    expect((unlimited.data as { list: unknown[] }).list).toHaveLength(100);
    expect(await admin({ action: 'database.getDocument', collectionName: 'many', limit: -1 })).toMatchObject({
      code: 'INVALID_PARAM',
    });
  });

  test('16 MB are the most in one reply', async () => {
    await db().createCollection('heavy');
    const heavy = db().collection('heavy');
    for (let batch = 0; batch < 5; batch += 1)
      await heavy.add(Array.from({ length: 10 }, () => ({ text: '重'.repeat(120_000) })));
    expect(await codeOf(heavy.limit(40).get())).toBe('no error');
    expect(await codeOf(heavy.limit(50).get())).toBe('DATABASE_REQUEST_FAILED');
    expect(await codeOf(heavy.aggregate().limit(50).end())).toBe('DATABASE_REQUEST_FAILED');
    expect(await codeOf(heavy.limit(50).field({ text: false }).get())).toBe('no error');
  });
});

describe('updates', () => {
  beforeAll(() => a().add({ _id: 'u', n: 1, list: [1, 1], far: [] }));
  const raw = () => a().options({ raw: true });

  test.each([
    ['an unknown operator', { $foo: { n: 1 } }, 'DATABASE_INVALID_OPERRATOR'],
    ['a field that is no operator', { n: 1 }, 'DATABASE_INVALID_OPERRATOR'],
    ['an operator without fields', { $set: 5 }, 'DATABASE_REQUEST_FAILED'],
    ['$pop by 2', { $pop: { list: 2 } }, 'DATABASE_REQUEST_FAILED'],
    ['$pullAll without a list', { $pullAll: { list: 1 } }, 'DATABASE_REQUEST_FAILED'],
    ['$each that is not a list', { $push: { list: { $each: 1 } } }, 'DATABASE_REQUEST_FAILED'],
    [
      '$push with an unknown modifier',
      { $push: { list: { $each: [1], $foo: 1 } } },
      'DATABASE_REQUEST_FAILED',
    ],
    ['$bit without numbers', { $bit: { n: { and: 'x' } } }, 'DATABASE_REQUEST_FAILED'],
    ['$rename to a number', { $rename: { n: 5 } }, 'DATABASE_REQUEST_FAILED'],
    ['$rename onto itself', { $rename: { n: 'n' } }, 'DATABASE_REQUEST_FAILED'],
    ['a path that begins with $', { $set: { $x: 1 } }, 'DATABASE_REQUEST_FAILED'],
    ['an index without end', { $set: { 'far.9999999': 1 } }, 'DATABASE_REQUEST_FAILED'],
    ['array filters', { $set: { 'list.$[x]': 1 } }, 'DATABASE_REQUEST_FAILED'],
    [
      'the positional $ without a condition on its array',
      { $set: { 'list.$': 1 } },
      'DATABASE_REQUEST_FAILED',
    ],
    ['the _id taken away', { $unset: { _id: '' } }, 'DATABASE_REQUEST_FAILED'],
    ['the _id renamed', { $rename: { n: '_id' } }, 'DATABASE_REQUEST_FAILED'],
  ])('refused: %s', async (_name, change, code) => {
    expect(await codeOf(raw().doc('u').update(change))).toBe(code);
    expect((await a().doc('u').get()).data).toEqual([{ _id: 'u', n: 1, list: [1, 1], far: [] }]);
  });

  test('what changes nothing does not count as updated', async () => {
    expect((await a().doc('u').update({ n: 1 })).updated).toBe(0);
    expect((await a().doc('u').update({})).updated).toBe(0);
    expect((await a().where({ _id: 'u' }).updateAndReturn({ n: 1 })).updated).toBe(0);
  });

  test('addToSet leaves the doubles that are there', async () => {
    await raw()
      .doc('u')
      .update({ $addToSet: { list: 1 } });
    expect((await a().doc('u').get()).data[0].list).toEqual([1, 1]);
  });

  test('push onto a missing field is sorted and cut as well', async () => {
    await raw()
      .doc('u')
      .update({ $push: { fresh: { $each: [3, 1, 2], $sort: 1, $slice: -2 } } });
    expect((await a().doc('u').get()).data[0].fresh).toEqual([2, 3]);
  });
});

describe('the door', () => {
  test('an environment that this is not', async () => {
    expect(
      await admin({ action: 'database.getDocument', envName: 'another', collectionName: 'a' }),
    ).toMatchObject({
      code: 'INVALID_ENV',
    });
  });

  test('web pages cannot use what trusts its callers', async () => {
    const from = (path: string, headers: Record<string, string>) =>
      fetch(`${cloud.url}${path}`, { method: path === '/admin' ? 'POST' : 'GET', headers });
    expect((await from('/admin', { origin: 'http://localhost:10086' })).status).toBe(403);
    expect((await from('/control/health', { origin: 'https://evil.example' })).status).toBe(403);
    const own = await from('/control/health', { origin: 'http://localhost:10086' });
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([
      200,
      'http://localhost:10086',
    ]);
  });
});
