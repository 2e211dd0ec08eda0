import type { FlowDefinition } from '../../approval/flow';
import type { NoticePeriod } from '../notice-period';
import { AGREEMENT_FLOW, REMOTE_FLOW } from './agreement';
import { EMPLOYER_FLOW } from './employer';
import { NOTICE_FLOW, PROBATION_FLOW } from './notice';

/** The flows of leaving that the product ships; an administrator publishes next versions of them. */
export const LEAVING_FLOWS: readonly FlowDefinition[] = [
  NOTICE_FLOW,
  PROBATION_FLOW,
  AGREEMENT_FLOW,
  REMOTE_FLOW,
  EMPLOYER_FLOW,
];

/** Where the arithmetic of notice-period.ts leads. A notice needs no presence anywhere, so only an agreement has a remote form. */
export function flowForRoute(route: NoticePeriod['route'], isRemote: boolean): FlowDefinition {
  if (route === 'agreement') return isRemote ? REMOTE_FLOW : AGREEMENT_FLOW;
  return route === 'probation' ? PROBATION_FLOW : NOTICE_FLOW;
}
