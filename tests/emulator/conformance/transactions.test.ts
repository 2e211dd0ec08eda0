import { codeOf } from '../support/test-cloud';
import { describeCloud } from './target';

describeCloud('transactions', (target) => {
  const accounts = async () => {
    const collection = await target().emptyCollection('a');
    await collection.add([
      { _id: 'a', money: 10 },
      { _id: 'b', money: 0 },
    ]);
    return collection;
  };
  const NAME = 'conformance_a';
  const money = async (id: string) => (await target().db.collection(NAME).doc(id).get()).data[0]?.money;

  test('all of it or nothing: commit', async () => {
    await accounts();
    const { db, command } = target();
    const transaction = await db.startTransaction();
    await transaction
      .collection(NAME)
      .doc('a')
      .update({ money: command.inc(-4) });
    await transaction
      .collection(NAME)
      .doc('b')
      .update({ money: command.inc(4) });
    expect(await money('a')).toBe(10);
    await transaction.commit();
    expect([await money('a'), await money('b')]).toEqual([6, 4]);
  });

  test('all of it or nothing: rollback', async () => {
    await accounts();
    const { db } = target();
    const transaction = await db.startTransaction();
    await transaction.collection(NAME).doc('a').set({ money: 1 });
    await transaction.collection(NAME).doc('b').remove();
    await transaction.collection(NAME).add({ _id: 'c', money: 1 });
    await transaction.rollback('no');
    expect([await money('a'), await money('b'), await money('c')]).toEqual([10, 0, undefined]);
  });

  test('it sees its own writes and a snapshot of the others', async () => {
    const collection = await accounts();
    const { db } = target();
    const transaction = await db.startTransaction();
    const inside = transaction.collection(NAME);
    expect((await inside.doc('a').get()).data).toEqual({ _id: 'a', money: 10 });
    await collection.doc('b').update({ money: 99 });
    await collection.add({ _id: 'late', money: 1 });
    expect((await inside.doc('b').get()).data).toEqual({ _id: 'b', money: 0 });
    expect((await inside.doc('late').get()).data).toBeNull();
    await inside.doc('a').update({ money: 11 });
    expect((await inside.doc('a').get()).data).toEqual({ _id: 'a', money: 11 });
    await transaction.rollback(undefined);
    expect([await money('a'), await money('b')]).toEqual([10, 99]);
  });

  test('two that write the same document: the second is told of the conflict at once', async () => {
    await accounts();
    const { db } = target();
    const [first, second] = [await db.startTransaction(), await db.startTransaction()];
    await first.collection(NAME).doc('a').update({ money: 1 });
    expect(await codeOf(second.collection(NAME).doc('a').update({ money: 2 }))).toBe(
      'DATABASE_TRANSACTION_CONFLICT',
    );
    await first.commit();
    expect(await money('a')).toBe(1);
  });

  test('writing what somebody changed after the snapshot is a conflict', async () => {
    const collection = await accounts();
    const { db } = target();
    const transaction = await db.startTransaction();
    await transaction.collection(NAME).doc('b').get();
    await collection.doc('a').update({ money: 5 });
    expect(await codeOf(transaction.collection(NAME).doc('a').update({ money: 1 }))).toBe(
      'DATABASE_TRANSACTION_CONFLICT',
    );
    expect(await money('a')).toBe(5);
  });

  test('two that add the same _id: one wins', async () => {
    await accounts();
    const { db } = target();
    const [first, second] = [await db.startTransaction(), await db.startTransaction()];
    await first.collection(NAME).add({ _id: 'new', money: 1 });
    expect(await codeOf(second.collection(NAME).add({ _id: 'new', money: 2 }))).toBe(
      'DATABASE_TRANSACTION_CONFLICT',
    );
    await first.commit();
    expect(await money('new')).toBe(1);
  });

  test('a write outside waits for the transaction that holds the document', async () => {
    const collection = await accounts();
    const { db, command } = target();
    const transaction = await db.startTransaction();
    await transaction.collection(NAME).doc('a').update({ money: 100 });
    let done = false;
    const outside = collection
      .doc('a')
      .update({ money: command.inc(1) })
      .then(() => (done = true));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(done).toBe(false);
    await transaction.commit();
    await outside;
    expect(await money('a')).toBe(101);
  });

  test('after a failed operation the transaction is over', async () => {
    await accounts();
    const { db } = target();
    const transaction = await db.startTransaction();
    await transaction.collection(NAME).doc('a').update({ money: 1 });
    expect(await codeOf(transaction.collection(NAME).add({ _id: 'b' }))).toBe('DATABASE_REQUEST_FAILED');
    expect(await codeOf(transaction.commit())).toBe('DATABASE_TRANSACTION_FAIL');
    expect(await money('a')).toBe(10);
  });

  test('a transaction that has ended, or never was, cannot go on', async () => {
    await accounts();
    const { db } = target();
    const transaction = await db.startTransaction();
    await transaction.commit();
    expect(await codeOf(transaction.collection(NAME).doc('a').get())).toBe('DATABASE_TRANSACTION_FAIL');
  });

  test('runTransaction commits, returns, retries conflicts and rolls back faults', async () => {
    await accounts();
    const { db, command } = target();
    const transfer = () =>
      db.runTransaction(async (transaction: Awaited<ReturnType<typeof db.startTransaction>>) => {
        const from = (await transaction.collection(NAME).doc('a').get()).data;
        await transaction
          .collection(NAME)
          .doc('a')
          .update({ money: from.money - 1 });
        await transaction
          .collection(NAME)
          .doc('b')
          .update({ money: command.inc(1) });
        return from.money;
      });
    expect(await transfer()).toBe(10);
    await Promise.all([transfer(), transfer()]);
    expect([await money('a'), await money('b')]).toEqual([7, 3]);
    const fault = db.runTransaction(async (transaction: Awaited<ReturnType<typeof db.startTransaction>>) => {
      await transaction.collection(NAME).doc('a').update({ money: 0 });
      throw new Error('second thoughts');
    });
    await expect(fault).rejects.toThrow('second thoughts');
    expect(await money('a')).toBe(7);
  });

  test('set adds a missing document inside', async () => {
    await accounts();
    const { db } = target();
    const transaction = await db.startTransaction();
    await transaction.collection(NAME).doc('n').set({ money: 3 });
    await transaction.commit();
    expect(await money('n')).toBe(3);
  });
});
