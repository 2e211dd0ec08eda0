import { contract, type ProcedureKey } from '@contract/contract';
import { type Company, openCompany } from './company';
import { outcome } from './company/answers';
import { INPUTS } from './company/sound-inputs';

const KEYS = Object.keys(contract) as ProcedureKey[];
const CALLERS = ['nobody', 'a stranger', 'an employee', 'HR'] as const;
type CallerName = (typeof CALLERS)[number];

let company: Company;
let openids: Record<CallerName, string | null>;

beforeAll(async () => {
  company = await openCompany({ at: '2026-03-09T08:00' });
  const employee = await company.person('王芳').bind();
  openids = {
    nobody: null,
    'a stranger': 'openid-of-a-stranger',
    'an employee': employee.openid,
    HR: company.person('刘静').openid,
  };
});
afterAll(() => company.close());

/** What the contract's `callers` promises, read without the server. */
function promised(key: ProcedureKey, caller: CallerName): 'let in' | `session.${string}` {
  const { callers }: { callers: 'anyone' | 'bound' | readonly string[] } = contract[key];
  if (caller === 'nobody') return 'session.no-identity';
  if (callers === 'anyone') return 'let in';
  if (caller === 'a stranger') return 'session.not-bound';
  if (callers === 'bound') return 'let in';
  return callers.includes(caller === 'HR' ? 'hr' : 'employee') ? 'let in' : 'session.forbidden';
}

const rows = KEYS.flatMap((key) => CALLERS.map((caller) => [key, caller, promised(key, caller)] as const));

it.each(rows)('%s called by %s: %s', async (key, caller, expected) => {
  const told = outcome(await company.phone(openids[caller], key, INPUTS[key]()));
  expect(told.startsWith('session.') ? told : told === 'fault' ? 'a fault' : 'let in').toBe(expected);
});

it('without being bound, a person can find out who he is, bind himself and check a paper, and nothing else', () => {
  expect(KEYS.filter((key) => contract[key].callers === 'anyone').sort()).toEqual([
    'document.verify',
    'session.bind',
    'session.me',
  ]);
});

it('an OPENID in the input is nobody’s: identity is not a field', async () => {
  const answer = await company.phone(null, 'session.me', { openid: openids.HR, OPENID: openids.HR });
  expect(outcome(answer)).toBe('session.no-identity');
  const forged = await company.phone('openid-of-a-stranger', 'punch.today', {
    position: null,
    openid: openids.HR,
  });
  expect(forged).toMatchObject({
    refusal: { code: 'input.invalid', facts: { issues: [{ field: 'openid', reason: 'unknown-field' }] } },
  });
});
