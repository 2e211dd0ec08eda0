import type { FlowDefinition } from '../../approval/flow';
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
