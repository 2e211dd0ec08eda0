import type { InstantMinute } from '../time/instant';

/** Leave, outing and trip cover work minutes; overtime is what was approved beyond them. */
export const APPROVAL_KINDS = ['leave', 'outing', 'trip', 'overtime'] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

/** An approved request as an interval [from, to) of instant minutes (docs/rules.md §16). */
export interface Approval {
  readonly kind: ApprovalKind;
  /** Leave type, e.g. 'annual'; empty for the others. */
  readonly type: string;
  readonly from: InstantMinute;
  readonly to: InstantMinute;
}
