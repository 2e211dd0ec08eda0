import {
  CASE_ACTIONS,
  CASE_ROLES,
  type CaseAction,
  type CaseRole,
  PERMISSIONS,
} from '@domain/offboarding/permissions';
import { employments } from '@server/repositories/employments';
import { openCase } from '@server/workflow/open-case';
import { granted, outcome } from './company/answers';
import { portsInProcess } from './company/in-process';
import { freshId, type Person } from './company/person';
import {
  clockMoves,
  giveNotice,
  type LeavingCompany,
  openLeavingCompany,
  reachDepartments,
  taskOf,
} from './leaving/leaving-company';
import { type Answered, probesOf, type TaskLink } from './leaving/permission-probes';

/** Answers that mean "you may not"; whatever else comes, a missing field or a closed step, means that one may. */
const DENIED = [
  'case.unknown',
  'action.not-yours',
  'handover.not-yours',
  'session.forbidden',
  'session.left',
];

let company: LeavingCompany;
/** 王芳's notice, and the employer's path for 宋立新. */
let notice: string;
let employers: string;
/** Links of tasks by node, as they were when the walk began. */
const tasks: Record<string, TaskLink> = {};

const line = (id: string, fields: Record<string, string>) => ({
  lines: [{ id, fields, attachments: [] }],
  none: null,
});

/** Three working days before the contract ends: everybody has been asked something, the settlement is proposed. */
beforeAll(async () => {
  company = await openLeavingCompany({ at: '2026-03-09T08:00' });
  const { fang, hr, finance } = company;
  notice = await giveNotice(company, fang, '2026-04-10');
  tasks.leader = await taskOf(company, notice, 'leader');
  await reachDepartments(company, notice);
  // HR's check was asked in the same round as it was answered: its link is made of its name.
  tasks.hrCheck = { taskId: 'hrCheck#1.0.0', round: 1 };
  granted(
    await fang.call('handover.submit', {
      commandId: freshId(),
      caseId: notice,
      content: {
        work: line('w1', { what: '华东区客户', status: '进行中', next: '三月底续约' }),
        documents: line('d1', { name: '客户清单', path: '/共享/客户' }),
        assets: { lines: [], none: '没有领用过资产' },
      },
    }),
  );
  const started = await hr.call('leaving.startEmployer', {
    commandId: freshId(),
    employmentId: company.person('宋立新').employmentId,
    lastSeen: '2026-03-02',
    attempts: '三次电话、一次上门',
    plannedEnd: '2026-05-29',
  });
  employers = granted(started).caseId;
  for (const nodeId of ['handoverReview', 'accounts', 'finance', 'interview']) await remember(nodeId);
  tasks.summons = await taskOf(company, employers, 'summons');
  await company.clockTo('2026-04-08T09:05');
  await clockMoves(company, notice);
  tasks.settlement = await taskOf(company, notice, 'settlement', finance);
  granted(
    await finance.call('settlement.propose', {
      commandId: freshId(),
      caseId: notice,
      ...tasks.settlement,
      lines: [{ kind: 'wage', note: '4 月工资', fen: 800_000 }],
    }),
  );
  await remember('settlementAnswer');
}, 120_000);
afterAll(() => company.close());

const remember = async (nodeId: string): Promise<void> => {
  tasks[nodeId] = await taskOf(company, notice, nodeId);
};
const linkTo = (nodeId: string) => {
  const link = tasks[nodeId];
  if (!link) throw new Error(`nobody remembers ${nodeId}`);
  return link;
};

/** Whoever plays each part, with the step that is theirs. */
const PLAYERS: { readonly [Role in CaseRole]: () => { readonly person: Person; readonly own: string } } = {
  applicant: () => ({ person: company.fang, own: 'settlementAnswer' }),
  directLeader: () => ({ person: company.leader, own: 'leader' }),
  recipient: () => ({ person: company.recipient, own: 'handoverReview' }),
  branchHr: () => ({ person: company.branchHr, own: 'hrCheck' }),
  groupHr: () => ({ person: company.hr, own: 'summons' }),
  keeper: () => ({ person: company.it, own: 'accounts' }),
  finance: () => ({ person: company.finance, own: 'finance' }),
  former: () => ({ person: company.fang, own: 'settlementAnswer' }),
};

const PROBES = probesOf({ company: () => company, employers: () => employers, linkTo });

/** What HR of the group does in a case that is HR's own to drive. */
const ON_THE_EMPLOYERS_PATH: readonly CaseAction[] = [
  'withdraw',
  'checkAsHr',
  'involveOthers',
  'proposeDate',
];
/** Cells without a procedure of this case that would come to the door: the company signs an agreement only. */
const BY_THE_DOOR: readonly string[] = ['sign groupHr'];

async function walk(action: CaseAction, role: CaseRole): Promise<string> {
  const { person, own } = PLAYERS[role]();
  const caseId = role === 'groupHr' && ON_THE_EMPLOYERS_PATH.includes(action) ? employers : notice;
  const probe = PROBES[action];
  if (probe === null || BY_THE_DOOR.includes(`${action} ${role}`)) return atTheDoor(action, person);
  return outcome(await probe({ person, caseId, own }));
}

/** The function that every command passes, over the stored case. */
async function atTheDoor(action: CaseAction, person: Person): Promise<string> {
  const employment = await employments.read(company.database, person.employmentId);
  if (!employment) throw new Error(`${person.name} is not employed`);
  const caller = { openid: person.openid, employment };
  const opened = await openCase(portsInProcess(company), caller, notice);
  return opened?.may(action) ? 'may' : 'action.not-yours';
}

const titled = (action: CaseAction, role: CaseRole): string => {
  const may = PERMISSIONS[action][role] ? 'may' : 'may not';
  const how =
    PROBES[action] === null || BY_THE_DOOR.includes(`${action} ${role}`)
      ? 'asked of the function that procedures use'
      : 'asked of the procedure';
  return `${role} ${may} ${action} (${how})`;
};

const check = (action: CaseAction, role: CaseRole, told: string): void => {
  // What the door never saw proves nothing.
  expect(['fault', 'input.invalid']).not.toContain(told);
  expect([told, !DENIED.includes(told)]).toEqual([told, PERMISSIONS[action][role]]);
};

describe.each(CASE_ROLES.filter((role) => role !== 'former'))('%s', (role) => {
  it.each(CASE_ACTIONS.map((action) => [titled(action, role), action] as const))('%s', async (_, action) =>
    check(action, role, await walk(action, role)),
  );
});

const probed = (action: CaseAction, person: Person): Answered => {
  const probe = PROBES[action];
  if (!probe) throw new Error(`no procedure does ${action}`);
  return probe({ person, caseId: notice, own: 'leader' });
};

describe('a stranger', () => {
  const CASE_ONLY = CASE_ACTIONS.filter((action) => PROBES[action] !== null);

  it.each(CASE_ONLY)('may not %s', async (action) => {
    const person = company.person('赵一鸣');
    if (action === 'viewCase') await person.bind();
    const told = outcome(await probed(action, person));
    expect(DENIED).toContain(told);
  });

  it.each(CASE_ONLY.filter((action) => action !== 'searchCases' && action !== 'startEmployersPath'))(
    'who is HR of another branch may not %s',
    async (action) => {
      const person = company.person('高志强');
      if (action === 'viewCase') await person.bind();
      const told = outcome(await probed(action, person));
      expect(DENIED).toContain(told);
    },
  );

  it('who is HR of another branch finds nobody of this one', async () => {
    const found = granted(await company.person('高志强').call('leaving.search', { query: '王芳' }));
    expect(found.lines).toEqual([]);
  });
});

describe('former', () => {
  beforeAll(async () => {
    await company.clockTo('2026-04-11T09:00');
    await clockMoves(company, notice);
  });

  it.each(CASE_ACTIONS.map((action) => [titled(action, 'former'), action] as const))(
    '%s',
    async (_, action) => check(action, 'former', await walk(action, 'former')),
  );
});
