import type { CaseEvent } from '@domain/approval/events';
import { commits } from '@server/repositories/commits';
import { granted, outcome, refused } from '../company/answers';
import { freshId, type Person } from '../company/person';
import { type AccountReceiver, openAccountReceiver } from './account-receiver';
import {
  caseOf,
  giveNotice,
  type LeavingCompany,
  openLeavingCompany,
  reachDepartments,
} from './leaving-company';

const KEY = 'account-key-of-the-tests-only-000000';

let receiver: AccountReceiver;
let company: LeavingCompany;
let caseId: string;

/** 王芳's last day is Friday, 10 April; her accounts are open until 18:00. */
beforeEach(async () => {
  receiver = await openAccountReceiver(KEY);
  company = await openLeavingCompany({
    at: '2026-03-09T08:00',
    environment: { ACCOUNT_WEBHOOK_URL: receiver.url, ACCOUNT_WEBHOOK_KEY: KEY },
  });
  receiver.now = () => company.cloud.clock.now();
  caseId = await giveNotice(company, company.fang, '2026-04-10');
  await reachDepartments(company, caseId);
});
afterEach(async () => {
  await company.close();
  await receiver.close();
});

const reports = async (): Promise<Extract<CaseEvent['body'], { type: 'effectReported' }>[]> =>
  (await commits.ofCase(company.database, caseId))
    .flatMap(({ events }) => events)
    .flatMap(({ body }) => (body.type === 'effectReported' && body.detail.includes('账号') ? [body] : []));

const failuresTold = async (person: Person): Promise<number> =>
  granted(await person.call('inbox.list', { show: 'news', before: null })).items.filter(({ fact }) =>
    fact.includes('账号'),
  ).length;

const until = async (wallClock: string): Promise<void> => {
  await company.clockTo(wallClock);
  await company.tick();
};

const freeze = (person: Person, reason = '账号被盗，经与本人确认', commandId = freshId()) =>
  person.call('leaving.freezeNow', { commandId, caseId, reason });

/** The request to withdraw is made and granted. */
async function withdrawn(): Promise<void> {
  const { fang, hr } = company;
  const move = (person: Person, what: 'withdraw' | 'answerWithdrawal', yes = true) =>
    person.call('case.move', {
      commandId: freshId(),
      caseId,
      move: what,
      nodeId: null,
      text: '双方商定继续工作',
      yes,
    });
  granted(await move(fang, 'withdraw'));
  granted(await move(hr, 'answerWithdrawal'));
}

describe('accounts', () => {
  it('stay open until the access ends, and are then frozen once, signed and logged', async () => {
    await until('2026-04-10T17:59');
    expect(receiver.orders).toEqual([]);
    await until('2026-04-10T18:01');
    await until('2026-04-10T18:20');
    expect(receiver.orders).toMatchObject([
      { action: 'freeze', employmentId: company.fang.employmentId, accounts: ['mail', 'oa'] },
    ]);
    expect(receiver.refusals()).toBe(0);
    expect(await reports()).toMatchObject([{ done: true, detail: '账号已停用：mail、oa' }]);
    expect(await failuresTold(company.hr)).toBe(0);
  });

  it('whose order is not believed are tried again; HR hears of it once', async () => {
    receiver.key = 'another-key-that-the-company-forgot-0';
    await until('2026-04-10T18:01');
    await until('2026-04-10T18:10');
    await until('2026-04-10T18:30');
    expect(receiver.refusals()).toBeGreaterThanOrEqual(3);
    expect(receiver.orders).toEqual([]);
    expect(await reports()).toMatchObject([{ done: false }]);
    expect(await failuresTold(company.hr)).toBe(1);

    receiver.key = KEY;
    await until('2026-04-10T20:00');
    expect(receiver.orders).toHaveLength(1);
    expect((await reports()).map(({ done }) => done)).toEqual([false, true]);
    await until('2026-04-10T22:00');
    expect(receiver.orders).toHaveLength(1);
  });

  it('a freeze that fails holds up nothing that is owed', async () => {
    receiver.status = 500;
    await until('2026-04-10T18:01');
    await until('2026-04-10T18:10');
    const { nodes } = await caseOf(company, caseId);
    for (const id of ['certificate', 'wages', 'settlement', 'insuranceTransfer', 'archiveTransfer'])
      expect([id, nodes[id] !== undefined]).toEqual([id, true]);
  });
});

describe('a granted withdrawal', () => {
  it('before the access ends leaves the accounts alone', async () => {
    await withdrawn();
    await until('2026-04-10T18:01');
    expect(receiver.orders).toEqual([]);
  });

  it('cancels an order that has not come through yet', async () => {
    receiver.status = 503;
    granted(await freeze(company.hr));
    const tried = receiver.orders.length;
    expect(tried).toBeGreaterThan(0);
    await withdrawn();
    receiver.status = 200;
    await until('2026-03-10T09:00');
    const after = receiver.orders.slice(tried).map(({ action }) => action);
    // Tried once while the receiver was still down, then again; the freeze was not sent any more.
    expect([...new Set(after)]).toEqual(['restore']);
  });

  it('after a freeze gives the accounts back', async () => {
    granted(await freeze(company.hr));
    await withdrawn();
    await until('2026-03-10T09:00');
    expect(receiver.orders.map(({ action }) => action)).toEqual(['freeze', 'restore']);
  });
});

describe('freezing at once', () => {
  it('is a decision of HR with its reason, in the log; a repeated tap is the same one', async () => {
    const commandId = freshId();
    granted(await freeze(company.hr, '账号被盗，经与本人确认', commandId));
    granted(await freeze(company.hr, '账号被盗，经与本人确认', commandId));
    expect(receiver.orders).toHaveLength(1);
    const ordered = (await commits.ofCase(company.database, caseId))
      .flatMap(({ events }) => events)
      .filter(({ body }) => body.type === 'accessFreezeOrdered');
    expect(ordered).toMatchObject([
      { body: { by: company.hr.employmentId, reason: '账号被盗，经与本人确认' } },
    ]);
  });

  it('without a reason, or by anybody else, is refused', async () => {
    expect(refused(await freeze(company.hr, ' ')).code).toBe('input.invalid');
    for (const person of [company.branchHr, company.leader, company.it])
      expect(outcome(await freeze(person))).toBe('session.forbidden');
    expect(receiver.orders).toEqual([]);
  });
});
