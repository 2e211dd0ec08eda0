import { describeCloud } from './target';

describeCloud('queries', (target) => {
  const seeded = async () => {
    const people = await target().emptyCollection('a');
    await people.add([
      {
        _id: '1',
        name: '李雷',
        age: 20,
        tags: ['x', 'y'],
        org: { id: 'a', level: 1 },
        days: [{ n: 1, ok: true }],
      },
      {
        _id: '2',
        name: '韩梅',
        age: 30,
        tags: ['y'],
        org: { id: 'b', level: 2 },
        days: [{ n: 2, ok: false }],
      },
      { _id: '3', name: 'Jim', age: 40, tags: [], org: { id: 'a', level: 3 }, days: [] },
      { _id: '4', name: 'jane', age: null, at: new Date(1000) },
    ]);
    return people;
  };
  // The SDK reads its arguments without declaring them.
  const mod = (divisor: number, remainder: number) =>
    (target().command.mod as unknown as (...numbers: number[]) => unknown)(divisor, remainder);
  const ids = (found: { data: { _id: string }[] }) => found.data.map(({ _id }) => _id).sort();

  test.each([
    ['a value', () => ({ age: 20 }), ['1']],
    ['a path', () => ({ 'org.id': 'a' }), ['1', '3']],
    ['a nested object means its paths', () => ({ org: { id: 'a', level: 3 } }), ['3']],
    ['a value inside an array', () => ({ tags: 'y' }), ['1', '2']],
    ['null also means missing', () => ({ at: null }), ['1', '2', '3']],
    ['eq and neq', () => ({ age: target().command.neq(20) }), ['2', '3', '4']],
    ['gt', () => ({ age: target().command.gt(20) }), ['2', '3']],
    [
      'gte and lt together',
      () => ({ age: target().command.gte(20).and(target().command.lt(40)) }),
      ['1', '2'],
    ],
    ['in', () => ({ age: target().command.in([20, 40]) }), ['1', '3']],
    ['nin', () => ({ age: target().command.nin([20, 40]) }), ['2', '4']],
    ['exists', () => ({ at: target().command.exists(true) }), ['4']],
    ['size', () => ({ tags: target().command.size(1) }), ['2']],
    ['all', () => ({ tags: target().command.all(['x', 'y']) }), ['1']],
    ['mod', () => ({ age: mod(20, 0) }), ['1', '3']],
    [
      'elemMatch',
      () => ({ days: target().command.elemMatch({ n: target().command.gt(1), ok: false }) }),
      ['2'],
    ],
    ['a regular expression', () => ({ name: /^j/i }), ['3', '4']],
    ['db.RegExp', () => ({ name: target().db.RegExp({ regexp: '^J', options: '' }) }), ['3']],
    ['a date', () => ({ at: target().command.lte(new Date(1000)) }), ['4']],
    ['or', () => target().command.or([{ age: 20 }, { 'org.level': 3 }]), ['1', '3']],
    ['and', () => target().command.and([{ 'org.id': 'a' }, { age: 40 }]), ['3']],
    ['nor', () => target().command.nor([{ age: 20 }, { age: 30 }]), ['3', '4']],
    ['not', () => ({ age: target().command.not(target().command.gt(20)) }), ['1', '4']],
  ])('%s', async (_, query, expected) => {
    expect(ids(await (await seeded()).where(query()).get())).toEqual(expected);
  });

  test.each([
    ['one value', () => 'x', ['1']],
    ['in', () => target().command.in(['x', 'q']), ['1']],
    ['in, of none', () => target().command.in([]), []],
    ['nin', () => target().command.nin(['x', 'q']), ['2']],
    ['all', () => target().command.all(['x', 'y']), ['1']],
    [
      'in together with exists',
      () => target().command.in(['z']).and(target().command.exists(true)),
      ['1', '2'],
    ],
  ])('arrays inside an array of objects: %s', async (_, condition, expected) => {
    const people = await target().emptyCollection('a');
    await people.add([
      { _id: '1', held: [{ at: ['x', 'y'] }, { at: ['z'] }] },
      { _id: '2', held: [{ at: ['y'] }, { at: ['z'] }] },
    ]);
    expect(ids(await people.where({ 'held.at': condition() }).get())).toEqual(expected);
  });

  test('ordered, skipped and limited', async () => {
    const people = await seeded();
    const found = await people
      .where({ age: target().command.gt(0) })
      .orderBy('age', 'desc')
      .skip(1)
      .limit(1)
      .get();
    expect(found.data.map((person: { _id: string }) => person._id)).toEqual(['2']);
  });

  test('fields chosen and left out', async () => {
    const people = await seeded();
    expect((await people.where({ _id: '1' }).field({ name: true, 'org.id': true }).get()).data).toEqual([
      { _id: '1', name: '李雷', org: { id: 'a' } },
    ]);
    expect((await people.doc('2').field({ days: 0, org: 0, tags: 0, _id: 0 }).get()).data).toEqual([
      { name: '韩梅', age: 30 },
    ]);
  });

  test('a slice and the first matching element of an array', async () => {
    const people = await seeded();
    const { project } = target().command;
    expect(
      (
        await people
          .where({ _id: '1' })
          .field({ tags: project.slice(1), _id: 0 })
          .get()
      ).data[0].tags,
    ).toEqual(['x']);
    const matching = await people
      .where({ _id: '2' })
      .field({ days: project.elemMatch({ n: 2 }) })
      .get();
    expect(matching.data[0].days).toEqual([{ n: 2, ok: false }]);
  });

  test('100 documents without a limit, 1000 at most', async () => {
    const many = await target().emptyCollection('b');
    for (const thousand of [0, 1])
      await many.add(Array.from({ length: 550 }, (_, n) => ({ n: thousand * 550 + n })));
    expect((await many.get()).data).toHaveLength(100);
    expect((await many.limit(5000).get()).data).toHaveLength(1000);
    expect((await many.count()).total).toBe(1100);
  });
});
