import type { Person } from '../people/person';
import type { PersonRoster } from '../schedule/plan-day';
import type { ApprovalKind } from './approval';
import type { LeaveType } from './leave-type';
import type { Punch } from './punch';
import type { RequestSpan } from './request-duration';

/** One approved request, not yet laid on days. */
export interface AskedFor {
  readonly kind: ApprovalKind;
  readonly type: LeaveType;
  readonly span: RequestSpan;
}

/** A person with everything that judges them. Punches are in order of time. */
export interface JudgedPerson {
  readonly person: Person;
  readonly roster: PersonRoster;
  readonly requests: readonly AskedFor[];
  readonly punches: readonly Punch[];
}
