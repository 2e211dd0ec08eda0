import type { CloudBase } from '@cloudbase/node-sdk';
import type { Changes, Condition, Database, FindOptions, Transaction, Where } from '../ports';

type Db = ReturnType<CloudBase['database']>;
type Command = Db['command'];

/** The database port over the SDK. Every answer is checked: the SDK reports some errors by value. */
export function cloudbaseDatabase(app: CloudBase): Database {
  const db = app.database();
  const { command } = db;
  return {
    async read(collection, id) {
      const answer = checked(await db.collection(collection).doc(id).get());
      return (answer.data as unknown[])[0] ?? null;
    },
    async find(collection, where, options) {
      return findDocuments(db, collection, where, options);
    },
    async add(collection, document) {
      return unlessExists(async () => checked(await db.collection(collection).add(document)));
    },
    async updateWhere(collection, id, where, changes) {
      const answer = checked(
        await db
          .collection(collection)
          .where({ ...conditions(db, where), _id: id })
          .update(operators(command, changes)),
      );
      return answer.updated === 1;
    },
    async remove(collection, id) {
      const answer = checked(await db.collection(collection).doc(id).remove());
      return (answer as { readonly deleted?: number }).deleted === 1;
    },
    async transaction(run) {
      try {
        return (await db.runTransaction((sdk: SdkTransaction) =>
          run(transactionOver(sdk, command)),
        )) as never;
      } catch (error) {
        if (codeOf(error) === 'DATABASE_TRANSACTION_CONFLICT' || isDuplicateKey(error)) return null;
        throw error;
      }
    },
  };
}

/** The part of the SDK's transaction that really runs inside it. */
interface SdkTransaction {
  collection(name: string): {
    doc(id: string): {
      get(): Promise<SdkAnswer>;
      update(changes: object): Promise<SdkAnswer>;
      remove(): Promise<SdkAnswer>;
    };
    add(document: object): Promise<SdkAnswer>;
  };
}

interface SdkAnswer {
  readonly code?: string | number;
  readonly message?: string;
  readonly data?: unknown;
  readonly updated?: number;
}

function transactionOver(sdk: SdkTransaction, command: Command): Transaction {
  return {
    async read(collection, id) {
      return checked(await sdk.collection(collection).doc(id).get()).data ?? null;
    },
    async add(collection, document) {
      checked(await sdk.collection(collection).add(document));
    },
    async addAll(collection, documents) {
      if (documents.length > 0) checked(await sdk.collection(collection).add(documents));
    },
    async remove(collection, id) {
      checked(await sdk.collection(collection).doc(id).remove());
    },
    async update(collection, id, changes) {
      const answer = checked(await sdk.collection(collection).doc(id).update(operators(command, changes)));
      if (answer.updated !== 1)
        throw new Error(`transaction updates a document that is not there: ${collection}/${id}`);
    },
  };
}

async function findDocuments(
  db: Db,
  collection: string,
  where: Where,
  { limit, orderBy }: FindOptions,
): Promise<readonly unknown[]> {
  if (limit > 1000) throw new Error('the cloud returns at most 1000 documents a query');
  let query = db.collection(collection).where(conditions(db, where)).limit(limit);
  if (orderBy) query = query.orderBy(orderBy[0], orderBy[1]);
  return checked(await query.get()).data as unknown[];
}

function conditions(db: Db, where: Where): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(where).map(([field, condition]) => [field, conditionOf(db, condition)]),
  );
}

function conditionOf(db: Db, condition: Condition): unknown {
  const { command } = db;
  if (condition === null || typeof condition !== 'object') return condition;
  if ('in' in condition) return command.in([...condition.in]);
  if ('contains' in condition) return db.RegExp({ regexp: literally(condition.contains), options: 'i' });
  if ('lt' in condition) return command.lt(condition.lt);
  if ('lte' in condition) return command.lte(condition.lte);
  if ('gt' in condition) return command.gt(condition.gt);
  return command.gte(condition.gte);
}

/** Text that a regular expression takes for itself. */
const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** `set` goes out as an operator: without it the SDK merges nested objects and drops empty ones. */
function operators(command: Command, { set = {}, increment = {} }: Changes): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(set)) changes[path] = command.set(value);
  for (const [path, by] of Object.entries(increment)) changes[path] = command.inc(by);
  return changes;
}

function checked<Answer extends object>(answer: Answer): Answer {
  const { code, message } = answer as SdkAnswer;
  if (code !== undefined && code !== '' && code !== 0)
    throw Object.assign(new Error(message ?? String(code)), { code });
  return answer;
}

async function unlessExists(add: () => Promise<unknown>): Promise<boolean> {
  try {
    await add();
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** MongoDB's E11000, as the cloud passes it on. */
const isDuplicateKey = (error: unknown): boolean =>
  /E11000|duplicate key/i.test(error instanceof Error ? error.message : '') ||
  codeOf(error) === 'DATABASE_DUPLICATE_KEY';

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;
