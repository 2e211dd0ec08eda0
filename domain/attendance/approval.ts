import type { InstantMinute } from '../time/instant';

/** Leave, outing and trip cover work minutes; overtime is what was approved beyond them. */
export type ApprovalKind = 'leave' | 'outing' | 'trip' | 'overtime';

/** An approved request as an interval [from, to) of instant minutes (docs/rules.md §16). */
export interface Approval {
  readonly kind: ApprovalKind;
  /** Leave type, e.g. 'annual'; empty for the others. */
  readonly type: string;
  readonly from: InstantMinute;
  readonly to: InstantMinute;
}
