import type { AssigneeRule, Fallbacks } from '../../approval/assignee-rule';
import type { EscalationRule, Offset, Recipient, ReminderRule, Viewer } from '../../approval/flow';

/** What the flows of leaving share about people: who is asked, who stands in, who sees, who is reminded. */

const EVERYBODY_TO = (rule: AssigneeRule): Fallbacks => ({
  applicant: { to: 'rule', rule },
  vacant: { to: 'rule', rule },
  gone: { to: 'rule', rule },
});

export const GROUP_HR: AssigneeRule = { by: 'role', role: 'hr' };
export const BRANCH_HR: AssigneeRule = { by: 'branchRole', role: 'branch-hr' };

/** The direct leader; above them when that is the applicant or gone, HR of the branch where there is none. */
export const LEADER_FALLBACK: Fallbacks = {
  applicant: { to: 'leaderAbove' },
  vacant: { to: 'rule', rule: BRANCH_HR },
  gone: { to: 'leaderAbove' },
};

/** HR of the group stands in for HR of the branch, IT, finance and administration. */
export const HR_FALLBACK: Fallbacks = EVERYBODY_TO(GROUP_HR);

/** Whoever was named as recipient; nobody named, or gone: the leader finds out who takes over. */
export const RECIPIENT_FALLBACK: Fallbacks = EVERYBODY_TO({ by: 'directLeader' });

export const PARTIES: readonly Viewer[] = [
  'applicant',
  'participants',
  { role: 'branch-hr' },
  { role: 'hr' },
];

/** What the employee tells HR, and nobody else. */
export const APPLICANT_AND_HR: readonly Viewer[] = ['applicant', { role: 'branch-hr' }, { role: 'hr' }];

/** Pay is nobody's business but the employee's, finance's and HR's: a leader or a recipient does not see it. */
export const PAY_VIEWERS: readonly Viewer[] = [
  'applicant',
  'handlers',
  { role: 'finance' },
  { role: 'branch-hr' },
  { role: 'hr' },
];

export const hours = (amount: number): Offset => ({ amount, unit: 'hour', clock: 'natural' });
export const days = (amount: number): Offset => ({ amount, unit: 'day', clock: 'natural' });
export const workingDays = (amount: number): Offset => ({ amount, unit: 'day', clock: 'working' });

export const remind = (
  offset: Offset,
  to: readonly Recipient[] = ['handlers'],
  message = 'leaving.due-soon',
): ReminderRule => ({ from: 'due', offset, to, message });

/** The handler is reminded, the employee hears that the handler was, HR's head gets node, handler and hours. */
export const OVERDUE: EscalationRule = {
  after: hours(0),
  do: 'notify',
  to: ['handlers', 'applicant', GROUP_HR],
  message: 'leaving.overdue',
};

/** Nobody can hold the case by doing nothing. */
export const GOES_ON: EscalationRule = { after: hours(0), do: 'continue', outcome: 'lapsed' };
