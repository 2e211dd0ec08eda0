import { testCloud, codeOf, type TestCloud } from './support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud();
});
afterAll(() => cloud.end());

const fresh = async (name: string) => {
  await cloud.app.database().createCollection(name);
  return cloud.app.database().collection(name);
};

describe('documents through the unmodified SDK', () => {
  test('what is added is read back, with its types', async () => {
    const shifts = await fresh('shifts');
    const document = {
      name: '早班',
      start: 540,
      rate: 1.5,
      at: new Date(0),
      tags: ['a', null],
      on: true,
      in: { deep: [{ x: 1 }] },
    };
    const { id } = await shifts.add(document);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect((await shifts.doc(String(id)).get()).data).toEqual([{ _id: id, ...document }]);
  });

  test('a missing document is an empty list', async () => {
    const shifts = await fresh('empty');
    expect((await shifts.doc('nobody').get()).data).toEqual([]);
  });

  test('the same _id is refused the second time', async () => {
    const punches = await fresh('punches');
    await punches.add({ _id: 'p1', n: 1 });
    await expect(punches.add({ _id: 'p1', n: 2 })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(
        'E11000 duplicate key error collection: punches index: _id_ dup key: {"_id":"p1"}',
      ),
    });
    expect((await punches.doc('p1').get()).data[0].n).toBe(1);
  });

  test('a collection must be created first', async () => {
    expect(await codeOf(cloud.app.database().collection('nowhere').add({ a: 1 }))).toBe(
      'DATABASE_COLLECTION_NOT_EXIST',
    );
  });

  test('a conditional update tells by its count whether it held', async () => {
    const sheets = await fresh('sheets');
    await sheets.add({ _id: 's', revision: 1, list: [1] });
    const _ = cloud.app.database().command;
    const once = () =>
      sheets.where({ _id: 's', revision: 1 }).update({ revision: _.inc(1), list: _.push([2]) });
    expect((await once()).updated).toBe(1);
    expect((await once()).updated).toBe(0);
    expect((await sheets.doc('s').get()).data).toEqual([{ _id: 's', revision: 2, list: [1, 2] }]);
  });

  test('updateAndReturn, set with upsert, count and remove', async () => {
    const people = await fresh('people');
    const _ = cloud.app.database().command;
    expect(await people.doc('a').set({ age: 1 })).toMatchObject({ updated: 0, upsertedId: 'a' });
    expect(await people.doc('a').set({ age: 2 })).toMatchObject({ updated: 1 });
    expect(await people.where({ _id: 'a' }).updateAndReturn({ age: _.inc(5) })).toMatchObject({
      updated: 1,
      doc: { _id: 'a', age: 7 },
    });
    expect((await people.where({ age: _.gt(6) }).count()).total).toBe(1);
    expect((await people.where({ age: _.gt(6) }).remove()).deleted).toBe(1);
    expect((await people.count()).total).toBe(0);
  });

  test('what was acknowledged is there after a restart', async () => {
    const kept = await fresh('kept');
    await kept.add({ _id: 'k', at: new Date(5) });
    cloud = await cloud.restart();
    expect((await cloud.app.database().collection('kept').doc('k').get()).data).toEqual([
      { _id: 'k', at: new Date(5) },
    ]);
  });
});
