import { codeOf } from '../support/test-cloud';
import { describeCloud } from './target';

describeCloud('updates', (target) => {
  const start = {
    _id: 's',
    n: 5,
    text: 'x',
    list: [1, 2, 3],
    in: { a: 1, b: 2 },
    objects: [{ k: 1 }, { k: 2 }],
    none: null,
  };
  const one = async () => {
    const sheets = await target().emptyCollection('a');
    await sheets.add(start);
    return sheets;
  };
  const after = async (change: () => object) => {
    const sheets = await one();
    await sheets.doc('s').update(change());
    return (await sheets.doc('s').get()).data[0];
  };
  const _ = () => target().command;

  test.each([
    ['a field', () => ({ text: 'y' }), { text: 'y' }],
    ['a nested object is merged', () => ({ in: { b: 3, c: 4 } }), { in: { a: 1, b: 3, c: 4 } }],
    ['set replaces a nested object', () => ({ in: _().set({ z: 1 }) }), { in: { z: 1 } }],
    ['a path', () => ({ 'in.a': 9 }), { in: { a: 9, b: 2 } }],
    ['an element by its index', () => ({ 'list.1': 9 }), { list: [1, 9, 3] }],
    ['inc', () => ({ n: _().inc(-2), fresh: _().inc(1) }), { n: 3, fresh: 1 }],
    ['mul', () => ({ n: _().mul(3), fresh: _().mul(3) }), { n: 15, fresh: 0 }],
    ['min and max', () => ({ n: _().min(3), 'in.a': _().max(7) }), { n: 3, in: { a: 7, b: 2 } }],
    ['push', () => ({ list: _().push(4, 5) }), { list: [1, 2, 3, 4, 5] }],
    ['push an array of values', () => ({ list: _().push([4, 5]) }), { list: [1, 2, 3, 4, 5] }],
    [
      'push at a position, sorted and cut',
      () => ({ list: _().push({ each: [0, 9], position: 1, sort: -1, slice: 3 }) }),
      { list: [9, 3, 2] },
    ],
    ['pop and shift', () => ({ list: _().pop() }), { list: [1, 2] }],
    ['shift', () => ({ list: _().shift() }), { list: [2, 3] }],
    ['unshift', () => ({ list: _().unshift([8, 9]) }), { list: [8, 9, 1, 2, 3] }],
    ['pull a value', () => ({ list: _().pull(2) }), { list: [1, 3] }],
    ['pull by a condition', () => ({ objects: _().pull({ k: 1 }) }), { objects: [{ k: 2 }] }],
    ['pullAll', () => ({ list: _().pullAll([1, 3]) }), { list: [2] }],
    ['addToSet', () => ({ list: _().addToSet(3) }), {}],
    ['addToSet something new', () => ({ list: _().addToSet(4) }), { list: [1, 2, 3, 4] }],
    ['rename', () => ({ text: _().rename('label') }), { text: undefined, label: 'x' }],
    ['remove', () => ({ text: _().remove() }), { text: undefined }],
    ['remove what is not there', () => ({ 'text.deeper': _().remove(), 'gone.far': _().remove() }), {}],
    ['push makes a missing array', () => ({ fresh: _().push([1]) }), { fresh: [1] }],
    ['a deep path makes its parents', () => ({ 'new.deep.field': 1 }), { new: { deep: { field: 1 } } }],
  ])('%s', async (_name, change, difference) => {
    const expected = Object.fromEntries(
      Object.entries({ ...start, ...difference }).filter(([, value]) => value !== undefined),
    );
    expect(await after(change)).toEqual(expected);
  });

  test.each([
    ['inc on a text', () => ({ text: _().inc(1) })],
    ['inc on null', () => ({ none: _().inc(1) })],
    ['inc by a text', () => ({ n: _().inc('1' as unknown as number) })],
    ['mul on a text', () => ({ text: _().mul(2) })],
    ['push onto a text', () => ({ text: _().push([1]) })],
    ['push onto null', () => ({ none: _().push([1]) })],
    ['pull from a number', () => ({ n: _().pull(1) })],
    ['addToSet on a number', () => ({ n: _().addToSet(1) })],
    ['pop from a text', () => ({ text: _().pop() })],
    ['a path through a number', () => ({ 'n.deeper': 1 })],
    ['a path through null', () => ({ 'none.deeper': 1 })],
    ['a path through an array by name', () => ({ 'list.name': 1 })],
    ['a path with an empty name', () => ({ 'in..a': 1 })],
    ['two changes of one path', () => ({ in: _().set({ a: 1 }), 'in.a': _().inc(1) })],
    ['inc through a text', () => ({ 'text.count': _().inc(1) })],
  ])('refused: %s', async (_name, change) => {
    const sheets = await one();
    await expect(sheets.doc('s').update(change())).rejects.toMatchObject({
      code: expect.stringMatching(/^DATABASE_/),
    });
    expect((await sheets.doc('s').get()).data).toEqual([start]);
  });

  test('the _id cannot be changed', async () => {
    const sheets = await one();
    const raw = sheets.options({ raw: true });
    expect(await codeOf(raw.doc('s').update({ $set: { _id: 'other' } }))).toBe('DATABASE_REQUEST_FAILED');
    expect((await raw.doc('s').update({ $set: { _id: 's', n: 6 } })).updated).toBe(1);
  });

  test('a conditional update tells by its count whether it held', async () => {
    const sheets = await one();
    const once = () => sheets.where({ _id: 's', n: 5 }).update({ n: _().inc(1) });
    expect((await once()).updated).toBe(1);
    expect((await once()).updated).toBe(0);
  });

  test('of many attempts at one revision exactly one holds', async () => {
    const sheets = await one();
    const counts = await Promise.all(
      Array.from({ length: 20 }, () => sheets.where({ _id: 's', n: 5 }).update({ n: _().inc(1) })),
    );
    expect(counts.map(({ updated }) => updated).reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  test('where().update() changes all, or with multiple: false the first', async () => {
    const sheets = await target().emptyCollection('a');
    await sheets.add([
      { g: 1, n: 0 },
      { g: 1, n: 0 },
      { g: 2, n: 0 },
    ]);
    expect((await sheets.where({ g: 1 }).update({ n: _().inc(1) })).updated).toBe(2);
    expect(
      (
        await sheets
          .where({ g: 1 })
          .options({ multiple: false })
          .update({ n: _().inc(1) })
      ).updated,
    ).toBe(1);
  });

  test('the positional element is the one that matched', async () => {
    const sheets = await one();
    await sheets.where({ _id: 's', 'objects.k': 2 }).update({ 'objects.$.k': 7 });
    expect((await sheets.doc('s').get()).data[0].objects).toEqual([{ k: 1 }, { k: 7 }]);
  });

  test('set replaces the whole document and adds a missing one', async () => {
    const sheets = await one();
    expect((await sheets.doc('s').set({ only: 1 })).updated).toBe(1);
    expect((await sheets.doc('s').get()).data).toEqual([{ _id: 's', only: 1 }]);
    expect(await sheets.doc('t').set({ n: 1 })).toMatchObject({ updated: 0, upsertedId: 't' });
    expect((await sheets.doc('t').get()).data).toEqual([{ _id: 't', n: 1 }]);
  });

  test('updateAndReturn gives the document as it is afterwards', async () => {
    const sheets = await one();
    expect(await sheets.where({ _id: 's' }).updateAndReturn({ n: _().inc(1) })).toMatchObject({
      updated: 1,
      doc: { ...start, n: 6 },
    });
    expect(await sheets.where({ _id: 'nobody' }).updateAndReturn({ n: 1 })).toMatchObject({
      updated: 0,
      doc: null,
    });
  });
});
