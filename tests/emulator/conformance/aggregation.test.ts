import { codeOf } from '../support/test-cloud';
import { describeCloud } from './target';

describeCloud('aggregation', (target) => {
  const seeded = async () => {
    const punches = await target().emptyCollection('a');
    await punches.add([
      { _id: '1', who: 'a', minutes: 5, tags: ['x', 'y'], at: new Date(Date.UTC(2026, 2, 9)) },
      { _id: '2', who: 'a', minutes: 7, tags: [], at: new Date(Date.UTC(2026, 2, 10)) },
      { _id: '3', who: 'b', minutes: 1, tags: ['y'], at: new Date(Date.UTC(2026, 3, 1)) },
    ]);
    const people = await target().emptyCollection('b');
    await people.add([
      { _id: 'a', name: '李雷' },
      { _id: 'b', name: '韩梅' },
    ]);
    return punches;
  };
  const $ = () => target().command.aggregate;

  test('matched, grouped and sorted', async () => {
    const result = await (
      await seeded()
    )
      .aggregate()
      .match({ minutes: target().command.gt(1) })
      .group({ _id: '$who', total: $().sum('$minutes'), most: $().max('$minutes'), count: $().sum(1) })
      .sort({ _id: 1 })
      .end();
    expect(result.data).toEqual([{ _id: 'a', total: 12, most: 7, count: 2 }]);
  });

  test('projected with expressions', async () => {
    const result = await (
      await seeded()
    )
      .aggregate()
      .sort({ _id: 1 })
      .limit(1)
      .project({ _id: 0, month: $().month('$at'), double: $().multiply(['$minutes', 2]), tags: 1 })
      .end();
    expect(result.data).toEqual([{ month: 3, double: 10, tags: ['x', 'y'] }]);
  });

  test('unwound, counted and skipped', async () => {
    const punches = await seeded();
    expect((await punches.aggregate().unwind('$tags').sortByCount('$tags').end()).data).toEqual([
      { _id: 'y', count: 2 },
      { _id: 'x', count: 1 },
    ]);
    expect((await punches.aggregate().skip(1).count('left').end()).data).toEqual([{ left: 2 }]);
  });

  test('looked up in another collection', async () => {
    const result = await (
      await seeded()
    )
      .aggregate()
      .match({ _id: '3' })
      .lookup({ from: 'conformance_b', localField: 'who', foreignField: '_id', as: 'person' })
      .project({ _id: 0, person: 1 })
      .end();
    expect(result.data).toEqual([{ person: [{ _id: 'b', name: '韩梅' }] }]);
  });

  test('fields added and the root replaced, leaving what is stored alone', async () => {
    const punches = await seeded();
    const result = await punches
      .aggregate()
      .match({ _id: '1' })
      .addFields({ in: { m: '$minutes' }, minutes: 0 })
      .replaceRoot({ newRoot: '$in' })
      .end();
    expect(result.data).toEqual([{ m: 5 }]);
    expect((await punches.doc('1').get()).data[0].minutes).toBe(5);
  });

  test('bucket', async () => {
    const result = await (
      await seeded()
    )
      .aggregate()
      .bucket({ groupBy: '$minutes', boundaries: [0, 5, 10], output: { count: $().sum(1) } })
      .end();
    expect(result.data).toEqual([
      { _id: 0, count: 1 },
      { _id: 5, count: 2 },
    ]);
  });

  test('a missing collection and unknown stages are refused', async () => {
    const punches = await seeded();
    expect(await codeOf(target().db.collection('conformance_missing').aggregate().limit(1).end())).toBe(
      'DATABASE_COLLECTION_NOT_EXIST',
    );
    const raw = punches.options({ raw: true });
    expect(await codeOf(raw.aggregate([{ $out: 'elsewhere' }]).end())).toMatch(/^DATABASE_/);
    expect(await codeOf(raw.aggregate([{ $group: { total: { $sum: 1 } } }]).end())).toMatch(/^DATABASE_/);
    expect(await codeOf(punches.aggregate().limit(0).end())).toMatch(/^DATABASE_/);
  });
});
