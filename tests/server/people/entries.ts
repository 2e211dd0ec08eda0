import { checkCharacter } from '@domain/people/id-number';
import type { InputOf } from '@contract/contract';
import { freshId } from '../company/person';

export type Unit = InputOf<'company.change'>['unit'];

/** A department at the top, from the first day of the tests on. */
export const department = (id: string, name: string, more: object = {}): Unit =>
  ({
    kind: 'department',
    id,
    name,
    parentId: null,
    headId: null,
    closed: false,
    from: '2026-03-09',
    ...more,
  }) as Unit;

/** Valid by its check character, and nobody's: there is no region 999999. */
export const idNumber = (n: number): string => {
  const seventeen = `9999991990010${100 + n}`.padEnd(17, '0').slice(0, 17);
  return seventeen + checkCharacter(seventeen);
};

/** What HR types about somebody new. */
export const newcomer = (more: object = {}) => ({
  commandId: freshId(),
  name: '林远',
  branchId: 'shanghai',
  hireDate: '2026-03-16',
  departmentIds: ['day'],
  postId: null,
  contract: { kind: 'fixed' as const, from: '2026-03-16', to: '2029-03-15' },
  probationEnd: '2026-06-15',
  phone: '13800001234',
  idNumber: idNumber(1),
  ...more,
});
