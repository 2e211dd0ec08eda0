import type { Database } from '@server/ports';

/** One request to the cloud: which, and how many round trips had been waited for when it was sent. */
export interface Request {
  readonly what: string;
  /** 0: sent at once; 1: sent after an answer of the first wave … */
  readonly wave: number;
}

/**
 * A database that counts. Its waves make the sequential waits visible: answers are held back until everything that can
 * be sent without them has been sent, so a request of wave n really needed an answer of wave n − 1.
 */
export function countedDatabase(database: Database): {
  readonly database: Database;
  readonly requests: Request[];
} {
  const requests: Request[] = [];
  let wave = 0;
  let inFlight = 0;
  let held: (() => void)[] = [];

  const counted = async <Value>(what: string, send: () => Promise<Value>): Promise<Value> => {
    requests.push({ what, wave });
    inFlight += 1;
    const answer = await send();
    inFlight -= 1;
    await new Promise<void>((resolve) => {
      held.push(resolve);
      if (inFlight === 0) release();
    });
    return answer;
  };
  const release = (): void => {
    wave += 1;
    const waiting = held;
    held = [];
    for (const go of waiting) go();
  };

  return {
    requests,
    database: {
      ...database,
      read: (collection, id) => counted(`read ${collection}`, () => database.read(collection, id)),
      find: (collection, where, options) =>
        counted(`find ${collection}`, () => database.find(collection, where, options)),
      add: (collection, document) => counted(`add ${collection}`, () => database.add(collection, document)),
      updateWhere: (collection, id, where, changes) =>
        counted(`update ${collection}`, () => database.updateWhere(collection, id, where, changes)),
      remove: (collection, id) => counted(`remove ${collection}`, () => database.remove(collection, id)),
      transaction: () => Promise.reject(new Error('a transaction is not counted here')),
    },
  };
}
