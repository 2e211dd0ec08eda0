import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { InputOf, OutputOf, ProcedureKey } from '../../../contract/contract';
import type { Envelope } from '../../../contract/envelope';
import { localDateOf } from '../../../domain/time/local-date';
import { type LocalCloud, startLocalCloud } from '../../../emulator/start-local-cloud';
import { DEMO_INVITATION_KEY, demoCloudOptions } from '../../../scripts/demo/cloud-options';
import { type DocumentKeys, freshDocumentKeys } from '../../../scripts/demo/document-keys';
import { DEMO_PLACES } from '../../../scripts/demo/organisation';
import { foundCompany, inviteFirstHr } from '../../../scripts/demo/found-company';
import { DEMO_PEOPLE, type DemoPerson, openidOf } from '../../../scripts/demo/people';
import { phoneOf } from '../../../scripts/demo/personnel';
import { administer } from '../../../server/cloudbase/administer';
import { localCloudDoor } from '../phone/cloud-door';
import { type Fix, Phone } from '../phone/phone';
import { underTest } from '../under-test';

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
  /** Moves on to that moment and lets happen what is due until then. */
  liveUntil(at: string): Promise<void>;
  /** Time passes for the cloud: a person is sent one code a minute. */
  pass(ms: number): Promise<void>;
  /** The code of the latest short message to this person. @throws Error when none came */
  codeFor(personId: string): string;
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

/** What the product's privacy guideline in WeChat's console must name (docs/deploy.md). */
const PRIVACY_GUIDELINE = ['getLocation', 'chooseLocation', 'chooseMedia', 'chooseMessageFile'];

/** The clock's function is due once a minute; a few runs do all that a long wait leaves behind. */
const RUNS_OF_THE_CLOCK = 3;

/** Made once for all companies of a run: a key takes a while. */
let keys: DocumentKeys | undefined;
const documentKeys = (): DocumentKeys => (keys ??= freshDocumentKeys());

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
    ...demoCloudOptions(documentKeys()),
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
    liveUntil: async (at) => {
      await moveTo(at);
      for (let run = 0; run < RUNS_OF_THE_CLOCK; run += 1) await cloud.callFunction('timer');
    },
    pass: (ms) => cloud.clock.advance(ms),
    codeFor: (personId) => {
      const messages = cloud.sms.messages(phoneOf(personOf(personId)));
      const latest = messages.filter(({ template }) => template === 'signing-code').at(-1);
      const [code] = /\d{6}/.exec(latest?.text ?? '') ?? [];
      if (code === undefined) throw new Error(`${personId} has received no code`);
      return code;
    },
    end,
    phoneOf: (personId, fix = northOfHeadquarters(40)) =>
      new Phone({
        now: cloud.clock.now(),
        cloud: localCloudDoor(cloud.url, openIdOf(personId)),
        fix,
        privacyGuideline: PRIVACY_GUIDELINE,
        downloadDomains: [new URL(cloud.url).host],
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
  const { cloud } = company;
  Object.assign(process.env, cloud.sdkEnvironment);
  const administration = administer(cloud.envId, DEMO_INVITATION_KEY);
  const others = people.filter((id) => id !== HR);
  await foundCompany(administration, [HR, ...others].map(personOf), localDateOf(beginAt.slice(0, 10)));
  const founderInvites = (id: string) => inviteFirstHr(administration, id, cloud.clock.now());
  await company.call(HR, 'session.bind', { code: await founderInvites(HR) });
  for (const id of others.filter((one) => !unbound.includes(one))) {
    // Nobody invites above himself: an administrator's code comes from the founder, as HR's own does.
    const code = personOf(id).roles.includes('admin')
      ? await founderInvites(id)
      : (await company.call(HR, 'invitation.issue', { employmentId: id })).code;
    await company.call(id, 'session.bind', { code });
  }
}

/** @throws Error when nobody of the demo company has this id */
export function personOf(personId: string): DemoPerson {
  const person = DEMO_PEOPLE.find(({ id }) => id === personId);
  if (!person) throw new Error(`nobody is ${personId}`);
  return person;
}

const openIdOf = (personId: string): string => openidOf(personOf(personId));
