import { codeOf, testCloud, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud({
    indexes: [
      { collection: 'people', keys: ['phone'], unique: true },
      { collection: 'days', keys: ['who', 'day'], unique: true, name: 'one_a_day' },
      { collection: 'tagged', keys: ['tags'], unique: true },
    ],
  });
  for (const name of ['people', 'days', 'tagged']) await cloud.app.database().createCollection(name);
});
afterAll(() => cloud.end());

const collection = (name: string) => cloud.app.database().collection(name);
const E11000 = (index: string) => ({
  code: 'DATABASE_REQUEST_FAILED',
  message: expect.stringContaining(`E11000 duplicate key error collection: ${index}`),
});

test('the same value twice is refused, by add, update and set', async () => {
  await collection('people').add([
    { _id: '1', phone: 'p1' },
    { _id: '2', phone: 'p2' },
  ]);
  await expect(collection('people').add({ phone: 'p1' })).rejects.toMatchObject(
    E11000('people index: phone_1 dup key: {"phone":"p1"}'),
  );
  await expect(collection('people').doc('2').update({ phone: 'p1' })).rejects.toMatchObject(E11000('people'));
  await expect(collection('people').doc('2').set({ phone: 'p1' })).rejects.toMatchObject(E11000('people'));
  expect((await collection('people').doc('2').get()).data).toEqual([{ _id: '2', phone: 'p2' }]);
});

test('a missing field counts as null, once', async () => {
  await collection('people').add({ _id: '3' });
  await expect(collection('people').add({ _id: '4' })).rejects.toMatchObject(
    E11000('people index: phone_1 dup key: {"phone":null}'),
  );
  await expect(collection('people').add({ _id: '5', phone: null })).rejects.toMatchObject(E11000('people'));
});

test('what was removed or changed is free again', async () => {
  await collection('people').doc('1').remove();
  await collection('people').add({ _id: '6', phone: 'p1' });
  await collection('people').doc('6').update({ phone: 'p6' });
  await collection('people').add({ _id: '7', phone: 'p1' });
});

test('several fields together, and a batch that breaks them is not stored at all', async () => {
  await collection('days').add([
    { who: 'a', day: 1 },
    { who: 'a', day: 2 },
    { who: 'b', day: 1 },
  ]);
  await expect(
    collection('days').add([
      { who: 'c', day: 1 },
      { who: 'a', day: 2 },
    ]),
  ).rejects.toMatchObject(E11000('days index: one_a_day'));
  expect((await collection('days').where({ who: 'c' }).count()).total).toBe(0);
});

test('each element of an array', async () => {
  await collection('tagged').add({ tags: ['x', 'y'] });
  await expect(collection('tagged').add({ tags: ['z', 'y'] })).rejects.toMatchObject(E11000('tagged'));
});

test('inside a transaction', async () => {
  const transaction = await cloud.app.database().startTransaction();
  await expect(transaction.collection('people').add({ _id: '8', phone: 'p2' })).rejects.toMatchObject(
    E11000('people'),
  );
});

test('two documents change places in one transaction', async () => {
  const { app } = cloud;
  await collection('people').add([
    { _id: 's', phone: 'left' },
    { _id: 't', phone: 'right' },
  ]);
  const transaction = await app.database().startTransaction();
  await transaction.collection('people').doc('s').update({ phone: 'free' });
  await transaction.collection('people').doc('t').update({ phone: 'other' });
  await transaction.commit();
  expect(await codeOf(collection('people').add({ phone: 'left' }))).toBe('no error');
  expect(await codeOf(collection('people').add({ phone: 'other' }))).toBe('DATABASE_REQUEST_FAILED');
});

test('it holds after a restart, and refuses to start over what breaks it', async () => {
  cloud = await cloud.restart();
  await expect(collection('people').add({ phone: 'p2' })).rejects.toMatchObject(E11000('people'));
  await collection('days').add([
    { who: 'd', day: 1 },
    { who: 'd', day: 2 },
  ]);
  const indexes = [{ collection: 'days', keys: ['who'], unique: true }];
  await expect(cloud.restart({ indexes })).rejects.toThrow(
    'E11000 duplicate key error collection: days index: who_1',
  );
  cloud = await cloud.restart().catch(() => cloud.restart());
});
