import { testCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await testCloud();
});
afterEach(() => cloud.end());

const collection = (name: string) => cloud.app.database().collection(name);

test('what was acknowledged is there after a restart, in its order and with its types', async () => {
  await cloud.app.database().createCollection('kept');
  await cloud.app.database().createCollection('empty');
  await collection('kept').add([
    { _id: 'z', at: new Date(5), like: /x/i },
    { _id: 'a', n: 1.5, large: 2 ** 40 },
  ]);
  await collection('kept').add({ _id: 'm' });
  await collection('kept')
    .doc('z')
    .update({ n: cloud.app.database().command.inc(1) });
  await collection('kept').doc('m').remove();
  const before = (await collection('kept').get()).data;
  cloud = await cloud.restart();
  expect((await collection('kept').get()).data).toEqual(before);
  expect(before.map(({ _id }: { _id: string }) => _id)).toEqual(['z', 'a']);
  expect((await collection('kept').where({ n: 1 }).count()).total).toBe(1);
  expect((await collection('empty').count()).total).toBe(0);
});

test('a stored pattern is a value, and a query’s pattern still searches', async () => {
  await cloud.app.database().createCollection('a');
  await collection('a').add({ _id: 'p', like: /^x/i });
  cloud = await cloud.restart();
  expect((await collection('a').where({ _id: /^p$/ }).count()).total).toBe(1);
});

test('an index that was built keeps up with what changes', async () => {
  await cloud.app.database().createCollection('a');
  await collection('a').add(
    Array.from({ length: 100 }, (_, n) => ({ _id: `d${n}`, g: n % 10, tags: [n, 'all'] })),
  );
  const count = async (query: object) => (await collection('a').where(query).count()).total;
  expect([await count({ g: 3 }), await count({ tags: 7 }), await count({ tags: 'all' })]).toEqual([
    10, 1, 100,
  ]);
  await collection('a').where({ g: 3 }).update({ g: 4 });
  await collection('a').doc('d7').remove();
  await collection('a').add({ g: 3, tags: [] });
  expect([
    await count({ g: 3 }),
    await count({ g: 4 }),
    await count({ tags: 7 }),
    await count({ tags: 'all' }),
  ]).toEqual([1, 20, 0, 99]);
});
