import { codeOf } from '../support/test-cloud';
import { describeCloud } from './target';

describeCloud('documents', (target) => {
  test('what is added is read back, with its types', async () => {
    const shifts = await target().emptyCollection('a');
    const document = {
      name: '早班',
      start: 540,
      rate: 1.5,
      large: 1_700_000_000_000,
      at: new Date(1_700_000_000_123),
      tags: ['a', null, 2],
      on: true,
      none: null,
      in: { deep: [{ x: 1 }] },
    };
    const { id } = await shifts.add(document);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect((await shifts.doc(String(id)).get()).data).toEqual([{ _id: id, ...document }]);
  });

  test('several documents are added at once, in order', async () => {
    const people = await target().emptyCollection('a');
    const { ids } = await people.add([{ _id: 'x' }, { n: 2 }]);
    expect(ids?.[0]).toBe('x');
    expect(ids).toHaveLength(2);
  });

  test('a number and its text are different identities', async () => {
    const people = await target().emptyCollection('a');
    await people.add({ _id: 1, is: 'number' });
    await people.add({ _id: '1', is: 'text' });
    expect((await people.doc(1).get()).data).toEqual([{ _id: 1, is: 'number' }]);
    expect((await people.doc('1').get()).data).toEqual([{ _id: '1', is: 'text' }]);
  });

  test('a missing document is an empty list', async () => {
    const people = await target().emptyCollection('a');
    expect((await people.doc('nobody').get()).data).toEqual([]);
  });

  test('the same _id is refused the second time, and nothing of its batch is stored', async () => {
    const punches = await target().emptyCollection('a');
    await punches.add({ _id: 'p1', n: 1 });
    await expect(punches.add({ _id: 'p1', n: 2 })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('E11000 duplicate key error'),
    });
    expect((await punches.doc('p1').get()).data).toEqual([{ _id: 'p1', n: 1 }]);
  });

  test('a collection must exist', async () => {
    const nowhere = target().db.collection('conformance_missing');
    expect(await codeOf(nowhere.add({ a: 1 }))).toBe('DATABASE_COLLECTION_NOT_EXIST');
    expect(await codeOf(nowhere.get())).toBe('DATABASE_COLLECTION_NOT_EXIST');
  });

  test('serverDate is the cloud’s own time, shifted by its offset', async () => {
    const people = await target().emptyCollection('a');
    const before = Date.now();
    const { db } = target();
    await people.add({ _id: 'd', at: db.serverDate(), later: { at: db.serverDate({ offset: 3_600_000 }) } });
    const [found] = (await people.doc('d').get()).data;
    expect(Math.abs(found.at.getTime() - before)).toBeLessThan(60_000);
    expect(found.later.at.getTime() - found.at.getTime()).toBe(3_600_000);
  });

  test('removing: one by id, all that match, or the first that matches', async () => {
    const people = await target().emptyCollection('a');
    await people.add([
      { _id: 'a', g: 1 },
      { _id: 'b', g: 1 },
      { _id: 'c', g: 2 },
      { _id: 'd', g: 2 },
    ]);
    expect((await people.doc('a').remove()).deleted).toBe(1);
    expect((await people.doc('a').remove()).deleted).toBe(0);
    expect((await people.where({ g: 2 }).options({ multiple: false }).remove()).deleted).toBe(1);
    expect((await people.where({ g: target().command.gt(0) }).remove()).deleted).toBe(2);
    expect((await people.count()).total).toBe(0);
  });
});
