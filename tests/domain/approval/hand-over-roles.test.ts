import type { StaffList } from '@domain/approval/directory';
import { planHandOver } from '@domain/approval/hand-over-roles';
import { at, STAFF, TUESDAY } from './cast';

const also = (...grants: StaffList['grants']): StaffList => ({
  ...STAFF,
  grants: [...STAFF.grants, ...grants],
});

describe('what a leaver holds', () => {
  it('goes to the leader above: roles that nobody shares, units, and people led', () => {
    const staff = also({ role: 'signatory', personId: 'li', branchId: 'sh' });
    expect(planHandOver(staff, [], 'li', TUESDAY)).toEqual({
      roles: [{ grant: { role: 'signatory', personId: 'li', branchId: 'sh' }, to: 'zhao', vacant: false }],
      heads: [{ unitId: 'sales', to: 'zhao' }],
      reports: [
        { person: 'wang', to: 'zhao' },
        { person: 'xu', to: 'zhao' },
      ],
      delegations: [],
    });
  });

  it('goes to the successor who was named, though others share the role', () => {
    const plan = planHandOver(
      also({ role: 'hr', personId: 'hana', branchId: null }),
      [],
      'he',
      TUESDAY,
      'xu',
    );
    expect(plan.roles).toEqual([
      { grant: { role: 'hr', personId: 'he', branchId: null }, to: 'xu', vacant: false },
      { grant: { role: 'branch-hr', personId: 'he', branchId: 'sh' }, to: 'xu', vacant: false },
    ]);
  });

  it('stays with those who share a role', () => {
    const [signatory] = planHandOver(STAFF, [], 'hana', TUESDAY).roles;
    expect(signatory).toMatchObject({ to: null, vacant: false });
  });

  it('is said to be vacant when nobody is above', () => {
    const staff = also({ role: 'board', personId: 'zhao', branchId: null });
    expect(planHandOver(staff, [], 'zhao', TUESDAY)).toMatchObject({
      roles: [{ to: null, vacant: true }],
      reports: expect.arrayContaining([{ person: 'li', to: null }]),
    });
  });

  it('does not go to someone who leaves as well', () => {
    const staff: StaffList = {
      ...STAFF,
      people: STAFF.people.map((one) =>
        one.id === 'li' ? { ...one, accessEndsAt: at('2026-03-12 18:00') } : one,
      ),
      grants: [{ role: 'keys', personId: 'wang', branchId: null }],
    };
    expect(planHandOver(staff, [], 'wang', TUESDAY, 'li').roles[0]?.to).toBe('zhao');
  });

  it('ends the delegations from and to the leaver that still run', () => {
    const running = { from: 'li', to: 'hana', since: at('2026-03-01 00:00'), until: at('2026-04-01 00:00') };
    const over = { ...running, until: at('2026-03-02 00:00') };
    const others = { ...running, from: 'xu', to: 'fang' };
    expect(planHandOver(STAFF, [running, over, others], 'hana', TUESDAY).delegations).toEqual([running]);
  });
});
