import type { DemoCast } from '../devtools/demo-cast';
import { addDays, dateOfDayNumber, type LocalDate } from '../domain/time/local-date';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../emulator/start-local-cloud';
import { administer, type Administration } from '../server/cloudbase/administer';
import {
  DEMO_INVITATION_KEY,
  DEMO_TASK_TEMPLATE_ID,
  DEMO_TEMPLATE_ID,
  demoCloudOptions,
} from './demo/cloud-options';
import { acceptMessages, askForCorrections } from './demo/requests';
import { demoHistory } from './demo/history';
import { call, personOf } from './demo/phone';
import { DEMO_BRANCHES, DEMO_COMPANY_NAME, DEMO_DEPARTMENTS, DEMO_PLACES } from './demo/organisation';
import { foundCompany, inviteFirstHr } from './demo/found-company';
import { phoneOf } from './demo/personnel';
import { DEMO_PEOPLE, type DemoPerson, openidOf } from './demo/people';

/** History begins on the first of last month, so that the month page has a whole month to turn back to. */
const beginning = (today: LocalDate): LocalDate =>
  `${addDays(`${today.slice(0, 8)}01` as LocalDate, -1).slice(0, 8)}01` as LocalDate;
const SHANGHAI_MS = 8 * 3_600_000;
const HR = 'S01';
/** People who said yes to the reminder before work. */
const REMINDED = ['P02', 'S03', 'N03'];
/** Leaders and applicants who want to hear of requests. */
const TOLD = ['P01', 'S01', 'P05', 'S06'];

type SeedOptions = Pick<LocalCloudOptions, 'dataDir' | 'functionsDir' | 'log'>;

/**
 * Plays the demo company's life into an empty cloud directory: sets it up, then binds and punches through the same
 * procedures that phones call, with the clock moved from press to press, up to now. Takes the same course on every
 * machine on the same day.
 */
export async function seedDemo(options: SeedOptions): Promise<DemoCast> {
  const now = Date.now();
  const today = dateOfDayNumber(Math.floor((now + SHANGHAI_MS) / 86_400_000));
  const first = beginning(today);
  const beginAt = Date.parse(`${first}T00:00:00Z`) - SHANGHAI_MS - 3_600_000;
  const cloud = await startLocalCloud({ ...demoCloudOptions(), ...options, timers: 'never', beginAt });
  try {
    Object.assign(process.env, cloud.sdkEnvironment);
    const administration = administer(cloud.envId, DEMO_INVITATION_KEY);
    await foundCompany(administration, DEMO_PEOPLE, first);
    await bindEverybody(cloud, administration);
    for (const { person, at, punchId, position } of demoHistory(first, today)) {
      if (at > now) break;
      if (at > cloud.clock.now()) await cloud.clock.moveTo(at);
      await call(cloud, person, 'punch.clock', { punchId, position, claimedAt: null, device: DEVICE });
    }
    if (Date.now() > cloud.clock.now()) await cloud.clock.moveTo(Date.now());
    for (const id of REMINDED) await acceptMessages(cloud, personOf(id), DEMO_TEMPLATE_ID, 1);
    for (const id of TOLD) await acceptMessages(cloud, personOf(id), DEMO_TASK_TEMPLATE_ID, 3);
    await askForCorrections(cloud);
    return await castOf(cloud);
  } finally {
    await cloud.close();
  }
}

const DEVICE = { model: 'demo', utcOffsetMinutes: 480 };

/** HR's own code and the administrators' come from the founder: nobody invites above himself. HR invites the others. */
async function bindEverybody(cloud: LocalCloud, administration: Administration): Promise<void> {
  const isFounding = ({ id, roles }: DemoPerson): boolean => id === HR || roles.includes('admin');
  const bound = DEMO_PEOPLE.filter((person) => person.bound);
  for (const person of bound.filter(isFounding)) {
    const code = await inviteFirstHr(administration, person.id, cloud.clock.now());
    await call(cloud, person, 'session.bind', { code });
  }
  for (const person of bound.filter((one) => !isFounding(one))) {
    const invitation = await call(cloud, personOf(HR), 'invitation.issue', { employmentId: person.id });
    await call(cloud, person, 'session.bind', { code: invitation.code });
  }
}

const ROLE_WORDS = { leader: '主管', hr: '人事', 'branch-hr': '分支人事' } as const;

async function castOf(cloud: LocalCloud): Promise<DemoCast> {
  const people = [];
  for (const person of DEMO_PEOPLE) {
    const invited = person.bound
      ? null
      : await call(cloud, personOf(HR), 'invitation.issue', { employmentId: person.id });
    const words = person.roles.flatMap((role) =>
      role in ROLE_WORDS ? [ROLE_WORDS[role as keyof typeof ROLE_WORDS]] : [],
    );
    people.push({
      openid: openidOf(person),
      employmentId: person.id,
      name: person.name,
      departmentName: DEMO_DEPARTMENTS.find(({ id }) => id === person.departmentId)?.name ?? '',
      branchName: DEMO_BRANCHES.find(({ id }) => id === person.branchId)?.name ?? '',
      roleText: words.join('、') || '员工',
      bound: person.bound,
      placeId: person.branchId === 'suzhou' ? 'factory' : 'headquarters',
      phone: phoneOf(person),
      invitationCode: invited?.code ?? null,
    });
  }
  return { companyName: DEMO_COMPANY_NAME, people, places: [...DEMO_PLACES] };
}
