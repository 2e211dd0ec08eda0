/** The part that somebody plays in one case (case-roles.ts finds it). A stranger plays none and may do nothing. */
export const CASE_ROLES = [
  'applicant',
  'directLeader',
  'recipient',
  'branchHr',
  'groupHr',
  'keeper',
  'finance',
  'former',
] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

/** Everything that can be asked of a case, or of the leaving of people at large. */
export const CASE_ACTIONS = [
  'viewCase',
  'viewSettlement',
  'viewInterview',
  'viewPersonnel',
  'downloadPapers',
  'exportEvidence',
  'searchCases',
  'giveNotice',
  'withdraw',
  'answerDate',
  'fillHandover',
  'answerSettlement',
  'giveInterview',
  'answerAsLeader',
  'proposeDate',
  'askForTalk',
  'reviewHandover',
  'sign',
  'checkAsHr',
  'waive',
  'answerWithdrawal',
  'changeDates',
  'assignHandler',
  'freezeAccess',
  'startEmployersPath',
  'clearAccountsAndAssets',
  'settle',
  'comment',
  'urge',
  'involveOthers',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

type Row = { readonly [Role in CaseRole]: boolean };

/** Whoever is not named may not. */
const only = (...roles: readonly CaseRole[]): Row => ({
  applicant: roles.includes('applicant'),
  directLeader: roles.includes('directLeader'),
  recipient: roles.includes('recipient'),
  branchHr: roles.includes('branchHr'),
  groupHr: roles.includes('groupHr'),
  keeper: roles.includes('keeper'),
  finance: roles.includes('finance'),
  former: roles.includes('former'),
});

const HR = ['branchHr', 'groupHr'] as const;
/** Everybody at work who has a part in the case. */
const AT_WORK = ['applicant', 'directLeader', 'recipient', ...HR, 'keeper', 'finance'] as const;

/**
 * Who may do what, the whole of it. The role of branch HR exists only in cases of the own branch, and `former` only in
 * one's own case: after the access ended a person looks, downloads, answers the settlement, asks, and finishes and
 * signs the handover, for the compensation is paid after it (劳动合同法 art. 50). Nothing else.
 * Which step of a case is whose turn is the workflow's; this is the door in front of it.
 */
export const PERMISSIONS: { readonly [Action in CaseAction]: Row } = {
  viewCase: only(...AT_WORK, 'former'),
  viewSettlement: only('applicant', ...HR, 'finance', 'former'),
  viewInterview: only('applicant', ...HR),
  viewPersonnel: only('applicant', ...HR),
  downloadPapers: only('applicant', ...HR, 'former'),
  exportEvidence: only(...HR),
  searchCases: only(...HR),
  giveNotice: only('applicant'),
  withdraw: only('applicant', 'groupHr'),
  answerDate: only('applicant'),
  fillHandover: only('applicant', 'former'),
  answerSettlement: only('applicant', 'former'),
  giveInterview: only('applicant'),
  answerAsLeader: only('directLeader'),
  proposeDate: only('directLeader', 'branchHr'),
  askForTalk: only('directLeader'),
  reviewHandover: only('recipient'),
  sign: only('applicant', 'recipient', 'groupHr', 'former'),
  checkAsHr: only(...HR),
  waive: only('groupHr'),
  answerWithdrawal: only('groupHr'),
  changeDates: only('groupHr'),
  assignHandler: only('groupHr'),
  freezeAccess: only('groupHr'),
  startEmployersPath: only('groupHr'),
  clearAccountsAndAssets: only('keeper'),
  settle: only('finance'),
  comment: only(...AT_WORK, 'former'),
  urge: only(...AT_WORK, 'former'),
  involveOthers: only(...AT_WORK),
};

/** Whoever was only sent a copy reads along and may say something. */
export const READING_ALONG: readonly CaseAction[] = ['viewCase', 'comment'];

/** Whether one of these roles carries the permission. No role: never. */
export const permits = (roles: Iterable<CaseRole>, action: CaseAction): boolean =>
  [...roles].some((role) => PERMISSIONS[action][role]);

/** Those who may, in the order of the roles: for a sentence that says whose it is. */
export const rolesFor = (action: CaseAction): readonly CaseRole[] =>
  CASE_ROLES.filter((role) => PERMISSIONS[action][role]);
