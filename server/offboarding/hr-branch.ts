import type { Caller } from '../caller';

/** The branch that this HR looks after; null: all of them. */
export const branchOf = ({ employment }: Caller): string | null =>
  employment.roles.includes('hr') ? null : employment.branchId;
