import type { Envelope } from '@contract/envelope';
import type { Database } from '@server/ports';
import { serve } from '@server/serve';
import { useCases } from '@server/use-cases';
import { type Company, openCompany } from './company';
import { granted, outcome } from './company/answers';
import { countRequests } from './company/counted-requests';
import { portsInProcess } from './company/in-process';
import { freshId, type Person } from './company/person';
import { askForCard, todoOf } from './company/requests';

let company: Company;
let fang: Person;
let leader: Person;
let requests: ReturnType<typeof countRequests>;

beforeAll(async () => {
  company = await openCompany({ at: '2026-03-05T08:00' });
  fang = await company.person('王芳').bind();
  leader = await company.person('陈思远').bind();
  const hr = company.person('刘静');
  await company.reorganise(() => ({
    heads: { day: leader.employmentId },
    grants: [{ role: 'hr', personId: hr.employmentId, branchId: null }],
  }));
  for (const day of ['2026-03-05', '2026-03-06', '2026-03-09']) {
    await company.clockTo(`${day}T08:50`);
    granted(await fang.punch());
  }
  await company.clockTo('2026-03-10T09:00');
  requests = countRequests();
});
afterAll(async () => {
  requests.stop();
  await company.close();
});

/** Serves a call in this process, over the real SDK and real HTTP: the requests until its commit, and all of them. */
async function spend(person: Person, procedure: string, input: unknown) {
  const { database } = company;
  let began = 0;
  let committed: number | null = null;
  const watched: Database = {
    ...database,
    transaction: async (run) => {
      const value = await database.transaction(run);
      committed ??= requests.count() - began;
      return value;
    },
  };
  const ports = portsInProcess(company, watched);
  // Warm: this instance has met the organisation, its leaders and the delegations.
  const [item] = await todoOf(leader);
  const warm = { caseId: item?.link?.caseId ?? '', move: 'urge', nodeId: 'leader', text: '' };
  await serve(ports, useCases, fang.openid, {
    procedure: 'case.move',
    input: { ...warm, commandId: freshId() },
  });
  committed = null;
  began = requests.count();
  const answer: Envelope<unknown> = await serve(ports, useCases, person.openid, { procedure, input });
  return { told: outcome(answer), committed, all: requests.count() - began };
}

const linkOf = async (person: Person) => {
  const [item] = await todoOf(person);
  const { caseId = '', taskId = '', round = 1 } = item?.link ?? {};
  return { caseId, taskId: taskId ?? '', round: round ?? 1 };
};

/**
 * Caller, case, and a transaction of four: its start, the commit, the case, its end. Granting a request about a month
 * reads beside the case whether that month is locked.
 */
it.each([
  ['reject', '2026-03-05', '当晚没有会议', 6],
  ['transfer', '2026-03-06', '', 6],
  ['agree', '2026-03-09', '', 7],
] as const)('%s is committed with few requests', async (action, date, comment, most) => {
  granted(await askForCard(fang, date));
  const toEmploymentId = action === 'transfer' ? company.person('刘静').employmentId : null;
  const input = { ...(await linkOf(leader)), commandId: freshId(), action, comment, toEmploymentId };
  const { told, committed, all } = await spend(leader, 'case.act', input);
  expect(told).toBe('ok');
  expect(committed).toBe(most);
  // With the inbox, the push and the view that answers.
  expect(all).toBeLessThanOrEqual(27);
});

it('the counting hears every request: a transaction of two writes is four', async () => {
  const before = requests.count();
  await company.database.transaction(async (transaction) => {
    await transaction.add('photos', { _id: 'one' });
    await transaction.add('photos', { _id: 'two' });
  });
  expect(requests.count() - before).toBe(4);
});
