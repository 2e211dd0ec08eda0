import type { Envelope } from '@contract/envelope';
import { serve } from '@server/serve';
import { useCases } from '@server/use-cases';
import { type Company, openCompany } from './company';
import { outcome } from './company/answers';
import { countedDatabase, type Request } from './company/counted-database';
import { portsInProcess } from './company/in-process';
import { AT_THE_DOOR, DEVICE, freshId, metersNorth, type Person } from './company/person';

let company: Company;
let fang: Person;

beforeAll(async () => {
  company = await openCompany({ at: '2026-03-09T08:50' });
  fang = await company.person('王芳').bind();
});
afterAll(() => company.close());

interface Spent {
  readonly told: string;
  readonly requests: readonly Request[];
  /** Sequential waits for the cloud. */
  readonly waits: number;
}

/** Serves one call in this process, over the real SDK and real HTTP, and counts what it asked the cloud. */
async function spend(procedure: string, input: unknown): Promise<Spent> {
  const { database, requests } = countedDatabase(company.database);
  const ports = portsInProcess(company, database);
  // Warm: this instance has met the organisation.
  await serve(ports, useCases, fang.openid, { procedure: 'punch.today', input: { position: null } });
  const before = requests.length;
  const answer: Envelope<unknown> = await serve(ports, useCases, fang.openid, { procedure, input });
  const spent = requests.slice(before);
  return { told: outcome(answer), requests: spent, waits: new Set(spent.map(({ wave }) => wave)).size };
}

const press = (change: object = {}) => ({
  punchId: freshId(),
  position: AT_THE_DOOR,
  claimedAt: null,
  device: DEVICE,
  ...change,
});

describe('a warm instance answers', () => {
  it('the first punch of a month: two waits, four requests', async () => {
    const { told, waits, requests } = await spend('punch.clock', press());
    expect(told).toBe('ok');
    expect(waits).toBe(2);
    expect(requests.map(({ what }) => what).sort()).toEqual([
      'add punches',
      'add sheets',
      'find employments',
      'find sheets',
    ]);
  });

  it('every other punch: two waits, four requests', async () => {
    await company.clockTo('18:01');
    const { told, waits, requests } = await spend('punch.clock', press());
    expect(told).toBe('ok');
    expect(waits).toBe(2);
    expect(requests.length).toBeLessThanOrEqual(4);
    expect(requests.map(({ what }) => what)).toContain('update sheets');
  });

  it('a refused one: three waits, for newer rules might allow it, and the attempt is a fact too', async () => {
    await company.clockTo('18:10');
    const { told, waits, requests } = await spend('punch.clock', press({ position: metersNorth(900) }));
    expect(told).toBe('punch.outside-fence');
    expect(waits).toBe(3);
    expect(requests.length).toBeLessThanOrEqual(5);
  });

  it('the punch page: one wait', async () => {
    const { told, waits, requests } = await spend('punch.today', { position: AT_THE_DOOR });
    expect({ told, waits }).toEqual({ told: 'ok', waits: 1 });
    expect(requests.length).toBeLessThanOrEqual(4);
  });

  it.each([null, '2026-02'])('the month %s: one wait', async (month) => {
    const { told, waits, requests } = await spend('calendar.myMonth', { month });
    expect({ told, waits }).toEqual({ told: 'ok', waits: 1 });
    expect(requests.length).toBeLessThanOrEqual(3);
  });
});

it('the counting sees a wait: a read that needs the answer of another is a second wave', async () => {
  const { database, requests } = countedDatabase(company.database);
  await Promise.all([database.read('org', 'current'), database.read('employments', 'E001')]);
  await database.read('orgVersions', '1');
  expect(requests.map(({ wave }) => wave)).toEqual([0, 0, 1]);
});
