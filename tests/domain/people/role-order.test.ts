import fc from 'fast-check';
import {
  GIVEN_ROLES,
  type HeldRole,
  mayReach,
  rankOf,
  rolesToGive,
  type Standing,
  whyNotGive,
  whyNotTake,
} from '@domain/people/role-order';

const who = (personId: string, branchId: string, ...roles: string[]): Standing => ({
  personId,
  branchId,
  roles,
});
const ADMIN = who('A', 'sh', 'employee', 'admin');
const HR = who('H', 'sh', 'employee', 'hr');
const BRANCH = who('B', 'sz', 'employee', 'branch-hr');
const CLERK = who('C', 'sz', 'employee', 'leader');

it('nobody gives above himself: HR makes no administrator, a branch’s HR none for the company', () => {
  expect(whyNotGive(HR, CLERK, { role: 'admin', branchId: null })).toBe('above-you');
  expect(whyNotGive(HR, CLERK, { role: 'hr', branchId: null })).toBeNull();
  expect(whyNotGive(BRANCH, CLERK, { role: 'hr', branchId: null })).toBe('above-you');
  expect(whyNotGive(BRANCH, CLERK, { role: 'finance', branchId: null })).toBe('above-you');
  expect(whyNotGive(BRANCH, CLERK, { role: 'finance', branchId: 'sz' })).toBeNull();
  expect(whyNotGive(BRANCH, who('X', 'sh'), { role: 'it', branchId: 'sh' })).toBe('not-yours');
  expect(whyNotGive(CLERK, CLERK, { role: 'it', branchId: 'sz' })).toBe('not-yours');
});

it('a branch’s HR is held for the own branch, HR for the whole company', () => {
  expect(whyNotGive(ADMIN, CLERK, { role: 'branch-hr', branchId: 'sh' })).toBe('other-branch');
  expect(whyNotGive(ADMIN, CLERK, { role: 'branch-hr', branchId: null })).toBe('other-branch');
  expect(whyNotGive(ADMIN, CLERK, { role: 'hr', branchId: 'sz' })).toBe('other-branch');
});

it('nobody takes from whoever stands above him, and nobody the last administrator', () => {
  expect(whyNotTake(HR, ADMIN, { role: 'admin', branchId: null }, ['A', 'Z'])).toBe('above-you');
  expect(whyNotTake(ADMIN, ADMIN, { role: 'admin', branchId: null }, ['A'])).toBe('last-admin');
  expect(whyNotTake(ADMIN, ADMIN, { role: 'admin', branchId: null }, ['A', 'Z'])).toBeNull();
  expect(mayReach(HR, ADMIN)).toBe(false);
  expect(mayReach(ADMIN, HR)).toBe(true);
  expect(mayReach(BRANCH, HR)).toBe(false);
});

it('offers what may be given and is not held yet', () => {
  const offered = rolesToGive(HR, CLERK, [{ role: 'finance', branchId: null }]);
  expect(offered).toContainEqual({ role: 'branch-hr', branchId: 'sz' });
  expect(offered).not.toContainEqual({ role: 'finance', branchId: null });
  expect(offered.some(({ role }) => role === 'admin')).toBe(false);
  expect(rolesToGive(CLERK, CLERK, [])).toEqual([]);
});

const role = fc.record<HeldRole>({
  role: fc.constantFrom(...GIVEN_ROLES),
  branchId: fc.constantFrom(null, 'sh', 'sz'),
});
const step = fc.record({
  by: fc.nat({ max: 4 }),
  to: fc.nat({ max: 4 }),
  held: role,
  give: fc.boolean(),
});
const company = fc.array(
  fc.record({
    branchId: fc.constantFrom('sh', 'sz'),
    roles: fc.uniqueArray(fc.constantFrom(...GIVEN_ROLES)),
  }),
  { minLength: 5, maxLength: 5 },
);

it('by no row of giving and taking does anybody rise above those who were there, or the last administrator go', () => {
  fc.assert(
    fc.property(company, fc.array(step, { maxLength: 30 }), (begun, steps) => {
      const people = begun.map((one, n) => ({
        personId: String(n),
        ...one,
        roles: [...one.roles] as string[],
      }));
      const admins = () =>
        people.filter(({ roles }) => roles.includes('admin')).map(({ personId }) => personId);
      const top = Math.max(...people.map(({ roles }) => rankOf(roles)));
      const hadAdmin = admins().length > 0;
      const reach = new Map(people.map((one) => [one.personId, rankOf(one.roles)]));
      for (const { by, to, held, give } of steps) {
        const [actor, other] = [people[by], people[to]] as [(typeof people)[number], (typeof people)[number]];
        const before = rankOf(other.roles);
        const fault = give ? whyNotGive(actor, other, held) : whyNotTake(actor, other, held, admins());
        if (fault !== null) continue;
        const rank = rankOf(actor.roles);
        expect(rank).toBeGreaterThanOrEqual(before);
        other.roles = give
          ? [...new Set([...other.roles, held.role])]
          : other.roles.filter((one) => one !== held.role);
        if (give) expect(rankOf(other.roles)).toBeLessThanOrEqual(Math.max(rank, before));
        // A branch’s HR changed nobody of another branch.
        if (rank === 2) expect(other.branchId).toBe(actor.branchId);
      }
      expect(Math.max(...people.map(({ roles }) => rankOf(roles)))).toBeLessThanOrEqual(top);
      if (hadAdmin) expect(admins().length).toBeGreaterThan(0);
      if (top < 2) for (const { personId, roles } of people) expect(rankOf(roles)).toBe(reach.get(personId));
    }),
    { numRuns: 400 },
  );
});
