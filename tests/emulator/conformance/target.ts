import tcb from '@cloudbase/node-sdk';
import { testCloud, type TestCloud } from '../support/test-cloud';

type App = ReturnType<typeof tcb.init>;
export type Db = ReturnType<App['database']>;
type CollectionReference = ReturnType<Db['collection']>;

/** A cloud that the same tests are run against. */
export interface Target {
  readonly app: App;
  readonly db: Db;
  readonly command: Db['command'];
  /** One of a few collections that the suite owns, emptied. A real environment has only 100 of them. */
  emptyCollection(letter: 'a' | 'b'): Promise<CollectionReference>;
}

const { CONFORMANCE_ENV_ID, CONFORMANCE_SECRET_ID, CONFORMANCE_SECRET_KEY } = process.env;
const hasRealCloud = Boolean(CONFORMANCE_ENV_ID && CONFORMANCE_SECRET_ID && CONFORMANCE_SECRET_KEY);

/** Runs a suite against the local cloud and, given credentials by environment, against a real environment. */
export function describeCloud(name: string, suite: (target: () => Target) => void): void {
  describe(`${name}: the local cloud`, () => {
    let cloud: TestCloud;
    beforeAll(async () => {
      cloud = await testCloud();
    });
    afterAll(() => cloud.end());
    suite(() => targetOf(cloud.app));
  });

  if (!hasRealCloud) {
    describe.skip(`${name}: a real environment`, () => {
      test('skipped: CONFORMANCE_ENV_ID, CONFORMANCE_SECRET_ID and CONFORMANCE_SECRET_KEY are not set', () =>
        undefined);
    });
    return;
  }
  describe(`${name}: a real environment`, () => {
    let app: App;
    jest.setTimeout(60_000);
    beforeAll(() => {
      for (const variable of [
        'TCB_CONTEXT_CNFG',
        'TENCENTCLOUD_RUNENV',
        'TENCENTCLOUD_REGION',
        'SCF_NAMESPACE',
      ])
        delete process.env[variable];
      app = tcb.init({
        env: CONFORMANCE_ENV_ID ?? '',
        secretId: CONFORMANCE_SECRET_ID ?? '',
        secretKey: CONFORMANCE_SECRET_KEY ?? '',
      });
    });
    suite(() => targetOf(app));
  });
}

function targetOf(app: App): Target {
  const db = app.database();
  return {
    app,
    db,
    command: db.command,
    emptyCollection: async (letter) => {
      const name = `conformance_${letter}`;
      await db.createCollection(name).catch(() => undefined);
      await db
        .collection(name)
        .where({ _id: db.command.exists(true) })
        .remove();
      return db.collection(name);
    },
  };
}
