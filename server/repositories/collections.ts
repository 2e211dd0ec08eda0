/**
 * Every collection of the product, all ADMINONLY. CloudBase makes none by itself: the deploy and the seed
 * create them, and fields named here are looked up by equality or order and want an index.
 */
export const COLLECTIONS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  org: [],
  orgVersions: [],
  employments: [['openid'], ['branchId', 'lastDay']],
  bindings: [],
  bindingTries: [],
  invitations: [['employmentId']],
  sheets: [['openid', 'month'], ['employmentId'], ['month', 'lock', 'closedThrough']],
  punches: [['employmentId', 'at']],
  cases: [['nextWakeAt'], ['subject'], ['applicantId', 'flowId'], ['assignees'], ['stuckUnder']],
  delegations: [['until'], ['state', 'since']],
  commits: [['caseId'], ['pending', 'retryAt'], ['chain', 'at']],
  inbox: [['personId', 'state'], ['pushAt']],
  photos: [],
  settlements: [],
  documents: [['caseId'], ['employmentId', 'form'], ['number'], ['digest']],
  documentOpenings: [['documentId']],
  verifyTries: [],
  chains: [['uncoveredSince'], ['purgeOn']],
  chain: [['caseId', 'seq']],
  checkpoints: [['caseId', 'count']],
  chainKeys: [],
  personalRecords: [['caseId']],
  exports: [['madeAt']],
  personnel: [['idNumberDigest']],
  identitySessions: [],
  identityTries: [],
  signatureMarks: [],
  reminderLedger: [['openid'], ['dueAt'], ['orgRevision']],
};
