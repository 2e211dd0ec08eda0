import type { CommandKind } from '@domain/approval/commands';
import type { ApprovalRefusalCode } from '@domain/approval/refusals';

type Row = { readonly [Outcome in 'moves' | 'nothing' | ApprovalRefusalCode]?: string };

/** What each command does in each state: it moves, it finds nothing to do, or it is refused by a code. Read and agreed. */
const ROWS: Readonly<Record<string, Row>> = {
  'no case yet': {
    moves: 'start',
    'case.unknown':
      'agree reject acknowledge object complete sign settle return transfer addSigner proposeDate askForTalk changeDocument answerDate urge comment cc withdraw answerWithdrawal waive assign changeDates freezeAccess reassign documentReady reportEffect tick',
  },
  'request, at a decision': {
    moves:
      'agree reject return transfer addSigner urge comment cc withdraw assign changeDates reassign reportEffect',
    nothing: 'tick',
    'action.not-allowed': 'freezeAccess',
    'action.not-offered': 'acknowledge object complete sign settle proposeDate askForTalk waive',
    'case.exists': 'start',
    'dates.none-proposed': 'answerDate',
    'document.not-writable': 'changeDocument',
    'node.unknown': 'documentReady',
    'withdraw.not-asked': 'answerWithdrawal',
  },
  'request, at a panel': {
    moves:
      'agree reject return transfer addSigner urge comment cc withdraw changeDates reassign reportEffect',
    nothing: 'tick',
    'action.not-allowed': 'freezeAccess',
    'action.not-offered': 'acknowledge object complete sign settle proposeDate askForTalk waive',
    'assign.several-handlers': 'assign',
    'case.exists': 'start',
    'dates.none-proposed': 'answerDate',
    'document.not-writable': 'changeDocument',
    'node.unknown': 'documentReady',
    'withdraw.not-asked': 'answerWithdrawal',
  },
  'request, half a panel': {
    moves:
      'agree reject return transfer addSigner urge comment cc withdraw changeDates reassign reportEffect',
    nothing: 'tick',
    'action.not-allowed': 'freezeAccess',
    'action.not-offered': 'acknowledge object complete sign settle proposeDate askForTalk waive',
    'assign.several-handlers': 'assign',
    'case.exists': 'start',
    'dates.none-proposed': 'answerDate',
    'document.not-writable': 'changeDocument',
    'node.unknown': 'documentReady',
    'withdraw.not-asked': 'answerWithdrawal',
  },
  'request, returned to the applicant': {
    moves: 'complete comment cc withdraw changeDates reportEffect',
    nothing: 'reassign tick',
    'action.not-allowed': 'freezeAccess',
    'action.not-offered':
      'agree reject acknowledge object sign settle return transfer addSigner proposeDate askForTalk urge waive assign',
    'case.exists': 'start',
    'dates.none-proposed': 'answerDate',
    'document.not-writable': 'changeDocument',
    'node.unknown': 'documentReady',
    'withdraw.not-asked': 'answerWithdrawal',
  },
  'request, returned to be resumed': {
    moves: 'complete comment cc withdraw changeDates reportEffect',
    nothing: 'reassign tick',
    'action.not-allowed': 'freezeAccess',
    'action.not-offered':
      'agree reject acknowledge object sign settle return transfer addSigner proposeDate askForTalk urge waive assign',
    'case.exists': 'start',
    'dates.none-proposed': 'answerDate',
    'document.not-writable': 'changeDocument',
    'node.unknown': 'documentReady',
    'withdraw.not-asked': 'answerWithdrawal',
  },
  'request, approved': {
    moves: 'reportEffect',
    nothing: 'tick',
    'case.closed':
      'answerDate urge comment cc withdraw answerWithdrawal waive assign changeDates freezeAccess reassign documentReady',
    'case.exists': 'start',
    'task.already-decided':
      'agree reject acknowledge object complete sign settle return transfer addSigner proposeDate askForTalk changeDocument',
  },
  'request, withdrawn': {
    moves: 'reportEffect',
    nothing: 'tick',
    'case.closed':
      'answerDate urge comment cc withdraw answerWithdrawal waive assign changeDates freezeAccess reassign documentReady',
    'case.exists': 'start',
    'task.dead-link':
      'agree reject acknowledge object complete sign settle return transfer addSigner proposeDate askForTalk changeDocument',
  },
  'request, nobody to ask': {
    moves: 'comment cc withdraw assign changeDates reportEffect tick',
    nothing: 'reassign',
    'action.not-allowed': 'freezeAccess',
    'action.not-offered': 'waive',
    'case.exists': 'start',
    'dates.none-proposed': 'answerDate',
    'node.unknown': 'documentReady',
    'task.unknown':
      'agree reject acknowledge object complete sign settle return transfer addSigner proposeDate askForTalk changeDocument',
    'urge.nobody': 'urge',
    'withdraw.not-asked': 'answerWithdrawal',
  },
  'signing, nobody has signed': {
    moves: 'object sign return changeDocument comment cc withdraw changeDates reassign reportEffect',
    nothing: 'tick',
    'action.not-allowed': 'freezeAccess',
    'action.not-offered':
      'agree reject acknowledge complete settle transfer addSigner proposeDate askForTalk urge waive',
    'assign.several-handlers': 'assign',
    'case.exists': 'start',
    'dates.none-proposed': 'answerDate',
    'node.unknown': 'documentReady',
    'withdraw.not-asked': 'answerWithdrawal',
  },
  'signing, one has signed': {
    moves: 'object sign return changeDocument comment cc withdraw assign changeDates reassign reportEffect',
    nothing: 'tick',
    'action.not-allowed': 'freezeAccess',
    'action.not-offered':
      'agree reject acknowledge complete settle transfer addSigner proposeDate askForTalk urge waive',
    'case.exists': 'start',
    'dates.none-proposed': 'answerDate',
    'node.unknown': 'documentReady',
    'withdraw.not-asked': 'answerWithdrawal',
  },
  'notice, with the leader': {
    moves:
      'acknowledge transfer proposeDate askForTalk urge comment cc withdraw assign changeDates freezeAccess reassign reportEffect',
    nothing: 'tick',
    'action.not-offered': 'agree reject object complete sign settle return addSigner waive',
    'case.exists': 'start',
    'dates.none-proposed': 'answerDate',
    'document.not-writable': 'changeDocument',
    'node.dead-round': 'documentReady',
    'withdraw.not-asked': 'answerWithdrawal',
  },
  'notice, a date is proposed': {
    moves:
      'acknowledge transfer proposeDate askForTalk answerDate urge comment cc withdraw assign changeDates freezeAccess reassign reportEffect',
    nothing: 'tick',
    'action.not-offered': 'agree reject object complete sign settle return addSigner waive',
    'case.exists': 'start',
    'document.not-writable': 'changeDocument',
    'node.dead-round': 'documentReady',
    'withdraw.not-asked': 'answerWithdrawal',
  },
  'notice, withdrawal asked': {
    moves:
      'acknowledge transfer proposeDate askForTalk urge comment cc answerWithdrawal assign changeDates freezeAccess reassign reportEffect',
    nothing: 'tick',
    'action.not-offered': 'agree reject object complete sign settle return addSigner waive',
    'case.exists': 'start',
    'dates.none-proposed': 'answerDate',
    'document.not-writable': 'changeDocument',
    'node.dead-round': 'documentReady',
    'withdraw.already-asked': 'withdraw',
  },
  'notice, in parallel': {
    moves: 'complete changeDocument urge comment cc withdraw changeDates freezeAccess reportEffect',
    nothing: 'reassign tick',
    'action.not-offered':
      'agree reject acknowledge object sign settle return transfer addSigner proposeDate askForTalk waive assign',
    'case.exists': 'start',
    'dates.none-proposed': 'answerDate',
    'node.dead-round': 'documentReady',
    'withdraw.not-asked': 'answerWithdrawal',
  },
  'notice, departments at work': {
    moves: 'complete urge comment cc withdraw waive assign changeDates freezeAccess reassign reportEffect',
    nothing: 'tick',
    'action.not-offered':
      'agree reject acknowledge object sign settle return transfer addSigner proposeDate askForTalk',
    'case.exists': 'start',
    'dates.none-proposed': 'answerDate',
    'document.not-writable': 'changeDocument',
    'node.dead-round': 'documentReady',
    'withdraw.not-asked': 'answerWithdrawal',
  },
  'notice, after the last day': {
    moves: 'settle urge comment cc withdraw assign freezeAccess reassign documentReady reportEffect',
    nothing: 'tick',
    'action.not-offered':
      'agree reject acknowledge object complete sign return transfer addSigner proposeDate askForTalk waive',
    'case.exists': 'start',
    'dates.already-reached': 'changeDates',
    'dates.none-proposed': 'answerDate',
    'document.not-writable': 'changeDocument',
    'withdraw.not-asked': 'answerWithdrawal',
  },
};

/** State → command → outcome. */
export const EXPECTED: Readonly<Record<string, Readonly<Record<CommandKind, string>>>> = Object.fromEntries(
  Object.entries(ROWS).map(([state, row]) => [
    state,
    Object.fromEntries(
      Object.entries(row).flatMap(([outcome, kinds]) => kinds.split(' ').map((kind) => [kind, outcome])),
    ) as Record<CommandKind, string>,
  ]),
);
