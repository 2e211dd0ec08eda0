import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { InputOf, OutputOf, ProcedureKey } from '../../../contract/contract';
import type { Envelope } from '../../../contract/envelope';
import { type LocalCloud, startLocalCloud } from '../../../emulator/start-local-cloud';
import { demoCloudOptions } from '../../../scripts/demo/cloud-options';
import { DEMO_PLACES } from '../../../scripts/demo/organisation';
import { DEMO_PEOPLE, openidOf } from '../../../scripts/demo/people';
import { localCloudDoor } from '../phone/cloud-door';
import { type Fix, Phone } from '../phone/phone';
import { underTest } from '../under-test';
import { employ, inviteHr } from './set-up';

/** The demo company's rules with a few of its people, in a local cloud whose clock stands at a chosen moment. */
export interface Company {
  readonly cloud: LocalCloud;
  /** A new phone with this person's WeChat on it, at this moment of the cloud's clock. */
  phoneOf(personId: string, fix?: Fix): Phone;
  call<Key extends ProcedureKey>(
    personId: string,
    procedure: Key,
    input: InputOf<Key>,
  ): Promise<OutputOf<Key>>;
  /** A press of the button, well inside the fence: `at` is Shanghai's wall clock, '2026-03-04T09:12'. */
  punch(personId: string, at: string): Promise<void>;
  /** Forward only. */
  moveTo(at: string): Promise<void>;
  end(): Promise<void>;
}

export interface CompanyOptions {
  /** Shanghai's wall clock. */
  readonly beginAt: string;
  /** Ids of the demo company; HR works there in any case. */
  readonly people: readonly string[];
  /** Those of them who have not entered their invitation code. */
  readonly unbound?: readonly string[];
}

export const HR = 'S01';
const [HEADQUARTERS] = DEMO_PLACES as [(typeof DEMO_PLACES)[number]];

/** What the product's privacy guideline in WeChat's console must name: position, and pictures from camera or album. */
const PRIVACY_GUIDELINE = ['getLocation', 'chooseMedia'];

/** Shanghai's wall clock as an instant: '2026-03-09T08:55'. */
export const instantAt = (at: string): number => Date.parse(`${at}:00+08:00`);

/** So many metres north of the middle of the headquarters, whose fence has a radius of 300 m. */
export const northOfHeadquarters = (meters: number, accuracyMeters = 20): Fix => ({
  latitude: HEADQUARTERS.latitude + meters / 111_195,
  longitude: HEADQUARTERS.longitude,
  accuracyMeters,
});

/** @throws Error when the cloud functions are not built */
export async function openCompany(options: CompanyOptions): Promise<Company> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'zhoudao-weapp-'));
  const printed: string[] = [];
  const cloud = await startLocalCloud({
    ...demoCloudOptions(),
    dataDir,
    functionsDir: underTest('cloudfunctions'),
    timers: 'never',
    beginAt: instantAt(options.beginAt),
    workers: 2,
    log: (line) => printed.push(line),
  });
  const company = companyIn(cloud, printed, async () => {
    await cloud.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  try {
    await populate(company, options);
    return company;
  } catch (thrown) {
    await company.end();
    throw thrown;
  }
}

function companyIn(cloud: LocalCloud, printed: readonly string[], end: () => Promise<void>): Company {
  const call: Company['call'] = async (personId, procedure, input) => {
    const answer = await cloud.callFunction('api', { procedure, input }, { openId: openIdOf(personId) });
    const envelope = answer as Envelope<OutputOf<typeof procedure>>;
    if (!envelope.ok) {
      const fault =
        'fault' in envelope ? printed.find((line) => line.includes(envelope.fault.id)) : undefined;
      throw new Error(`${personId} ${procedure}: ${fault ?? JSON.stringify(envelope)}`);
    }
    return envelope.value;
  };
  const moveTo = async (at: string) => {
    if (instantAt(at) > cloud.clock.now()) await cloud.clock.moveTo(instantAt(at));
  };
  return {
    cloud,
    call,
    moveTo,
    end,
    phoneOf: (personId, fix = northOfHeadquarters(40)) =>
      new Phone({
        now: cloud.clock.now(),
        cloud: localCloudDoor(cloud.url, openIdOf(personId)),
        fix,
        privacyGuideline: PRIVACY_GUIDELINE,
      }),
    punch: async (personId, at) => {
      await moveTo(at);
      await call(personId, 'punch.clock', {
        punchId: `seed-${personId}-${at}`.replace(/[^\w-]/g, '_'),
        position: northOfHeadquarters(30),
        claimedAt: null,
        device: { model: 'seed', utcOffsetMinutes: 480 },
      });
    },
  };
}

async function populate(company: Company, { beginAt, people, unbound = [] }: CompanyOptions): Promise<void> {
  const others = people.filter((id) => id !== HR);
  const administration = await employ(company.cloud, [HR, ...others], beginAt.slice(0, 10));
  await company.call(HR, 'session.bind', { code: await inviteHr(company.cloud, administration, HR) });
  for (const id of others.filter((one) => !unbound.includes(one))) {
    const { code } = await company.call(HR, 'invitation.issue', { employmentId: id });
    await company.call(id, 'session.bind', { code });
  }
}

function openIdOf(personId: string): string {
  const person = DEMO_PEOPLE.find(({ id }) => id === personId);
  if (!person) throw new Error(`nobody is ${personId}`);
  return openidOf(person);
}
