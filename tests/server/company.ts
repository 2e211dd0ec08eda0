import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { administer } from '@server/cloudbase/administer';
import type { Database } from '@server/ports';
import { punches } from '@server/repositories/punches';
import { type OrganisationDocument, organisations } from '@server/repositories/organisations';
import { type LocalCloud, startLocalCloud, type TimerMode } from '../../emulator/start-local-cloud';
import { DEMO_INVITATION_KEY, demoCloudOptions } from '../../scripts/demo/cloud-options';
import { granted } from './company/answers';
import { foundedFolder } from './company/founded-folder';
import { setupCode, employ } from './company/joining';
import { phoneTo } from './company/phone';
import { CAST, HR, type Joining, ORGANISATION } from './company/organisation';
import { secretsIn } from './company/secrets-in-log';
import { AT_THE_DOOR, DEVICE, freshId, Person, type Phone } from './company/person';
import { instantOfWallClock } from './company/wall-clock';

/** A real cloud with real workers, on a machine that may be busy: no test is wrong for being slow. */
jest.setTimeout(60_000);

export interface CompanyOptions {
  /** Shanghai's wall clock when the company opens: '2026-03-09T08:00'. */
  readonly at: string;
  /** Default `never`: the tests call `tick` themselves. */
  readonly timers?: TimerMode;
  readonly weChat?: { readonly mainSwitchOff?: readonly string[] };
  /** More variables for the people's and the clock's function. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** An accepted press at the office's door of which only the fact was stored. */
export interface LoneFact {
  /** Shanghai's wall clock. */
  readonly at: string;
  readonly kind: 'in' | 'out';
  readonly dutyDate: string;
  readonly punchId?: string;
}

/** A small company inside a local cloud of its own; its functions are the deployed bundles. */
export interface Company {
  readonly cloud: LocalCloud;
  /** The stored truth, through the real SDK. */
  readonly database: Database;
  /** The real SDK itself, to break what no procedure can break. */
  readonly sdk: ReturnType<typeof tcb.init>;
  readonly directory: string;
  /** Everything the functions printed. */
  readonly log: readonly string[];
  /** Somebody who is there from the beginning (company/organisation.ts). */
  person(name: string): Person;
  /** One more employee, not bound yet. */
  hire(name: string, joining: Joining): Promise<Person>;
  /** Moves the clock on to a wall clock of Shanghai: '09:07' today, or '2026-03-10T09:07'. */
  clockTo(wallClock: string): Promise<void>;
  /** Lets the `timer` function run once. */
  tick(): Promise<void>;
  /** Writes a fact whose way into the sheet was cut off, as a broken write leaves it; resolves to its punchId. */
  storeFact(person: Person, fact: LoneFact): Promise<string>;
  /** A call as any phone can make it. */
  readonly phone: Phone;
  /** Publishes the next revision of the organisation. */
  reorganise(change: (before: OrganisationDocument) => Partial<OrganisationDocument>): Promise<void>;
  /** Throws when the functions printed a name, a number of a person or the address of a file. */
  close(): Promise<void>;
}

const documentKeysUnderTest = (): Record<string, string> =>
  JSON.parse(process.env.DOCUMENT_KEYS_UNDER_TEST ?? '{}') as Record<string, string>;

export async function openCompany({
  at,
  timers = 'never',
  weChat,
  environment = {},
}: CompanyOptions): Promise<Company> {
  const functionsDir = process.env.FUNCTIONS_UNDER_TEST;
  if (!functionsDir)
    throw new Error('the functions are not built: run with the jest projects of this repository');
  const directory = mkdtempSync(path.join(tmpdir(), 'zhoudao-company-'));
  const log: string[] = [];
  const options = demoCloudOptions(documentKeysUnderTest());
  // Where timers run, a copy would live through all the years since the founding: such a company is founded anew.
  const copied = timers === 'never';
  if (copied) {
    const founded = await foundedFolder(functionsDir, async (dataDir) => {
      const beginAt = instantOfWallClock(FOUNDED_AT);
      const cloud = await startLocalCloud({ ...options, dataDir, functionsDir, timers: 'never', beginAt });
      await found(cloud).finally(() => cloud.close());
    });
    cpSync(founded, directory, { recursive: true });
  }
  const cloud = await startLocalCloud({
    ...options,
    functionEnv: {
      ...options.functionEnv,
      api: { ...options.functionEnv?.api, ...environment },
      timer: { ...options.functionEnv?.timer, ...environment },
    },
    dataDir: directory,
    functionsDir,
    timers,
    beginAt: instantOfWallClock(at),
    weChat: { ...options.weChat, ...weChat },
    log: (line) => log.push(line),
  });
  try {
    if (copied) await cloud.clock.moveTo(instantOfWallClock(at));
    else await found(cloud);
    return settleIn(cloud, directory, log);
  } catch (error) {
    // A cloud that nobody holds would keep the whole run alive.
    await cloud.close();
    throw error;
  }
}

/** Before anything that a test may look at. */
const FOUNDED_AT = '2020-01-01T08:00';

const employmentIdOf = (place: number): string => `E${String(place + 1).padStart(3, '0')}`;

/** Writes the company as it is on its first day: collections, organisation, people, and HR bound by an invitation. */
async function found(cloud: LocalCloud): Promise<void> {
  Object.assign(process.env, cloud.sdkEnvironment);
  const administration = administer(cloud.envId, DEMO_INVITATION_KEY);
  const { database } = administration;
  await administration.createCollections();
  await organisations.publish(database, ORGANISATION);
  const around = { phone: phoneTo(cloud), database, invite: () => Promise.reject(new Error('not yet')) };
  const founders = Object.entries(CAST).map(
    ([name, joining], place) => [new Person(around, name, employmentIdOf(place)), joining] as const,
  );
  await Promise.all(founders.map(([person, joining]) => employ(database, person, joining)));
  for (const [person] of founders)
    if (person.name === HR)
      granted(await person.enter(await setupCode(administration, person.employmentId, cloud.clock.now())));
}

function settleIn(cloud: LocalCloud, directory: string, log: readonly string[]): Company {
  // One company at a time: the SDK reads these at every request.
  Object.assign(process.env, cloud.sdkEnvironment);
  const administration = administer(cloud.envId, DEMO_INVITATION_KEY);
  const { database } = administration;
  const phone = phoneTo(cloud);
  let organisation = ORGANISATION;
  const people = new Map<string, Person>();

  const person = (name: string): Person => {
    const found = people.get(name);
    if (!found) throw new Error(`nobody here is called ${name}`);
    return found;
  };
  const invite = async (employmentId: string): Promise<string> => {
    const asked = await person(HR).call('invitation.issue', { employmentId });
    // Nobody invites whoever stands above them.
    return 'refusal' in asked && asked.refusal.code === 'staff.role-refused'
      ? setupCode(administration, employmentId, cloud.clock.now())
      : granted(asked).code;
  };
  const join = (name: string): Person => {
    if (people.has(name)) throw new Error(`${name} is here already`);
    const joined = new Person({ phone, database, invite }, name, employmentIdOf(people.size));
    people.set(name, joined);
    return joined;
  };
  const hire = async (name: string, joining: Joining): Promise<Person> => {
    const hired = join(name);
    await employ(database, hired, joining);
    return hired;
  };
  for (const name of Object.keys(CAST)) join(name);

  return {
    cloud,
    database,
    sdk: tcb.init({ env: cloud.envId }),
    directory,
    log,
    phone,
    person,
    hire,
    clockTo: (wallClock) => cloud.clock.moveTo(instantOfWallClock(wallClock, cloud.clock.now())),
    tick: async () => void (await cloud.callFunction('timer')),
    storeFact: async ({ employmentId }, { at, kind, dutyDate, punchId = freshId() }) => {
      await punches.add(database, {
        _id: punches.idOf(employmentId, punchId),
        employmentId,
        at: instantOfWallClock(at),
        kind,
        dutyDate,
        refused: null,
        position: AT_THE_DOOR,
        placeId: 'office',
        distanceMeters: 0,
        claimedAt: null,
        device: DEVICE,
      });
      return punchId;
    },
    reorganise: async (change) => {
      const revision = organisation.revision + 1;
      organisation = { ...organisation, ...change(organisation), revision, _id: String(revision) };
      await organisations.publish(database, organisation);
    },
    close: async () => {
      await cloud.close();
      rmSync(directory, { recursive: true, force: true });
      const told = secretsIn(log, [...people.values()]);
      if (told.length > 0) throw new Error(`the log says what no log may: ${told.slice(0, 3).join(' … ')}`);
    },
  };
}
