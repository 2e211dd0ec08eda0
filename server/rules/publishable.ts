import type { RuleDraft } from '../repositories/rule-drafts';
import { type DraftDesk, waiting } from './draft-desk';

/** The drafts that the caller's 发布 puts in force: a branch's HR only what that branch drafted. */
export const publishable = ({ keeper, drafts }: Pick<DraftDesk, 'keeper' | 'drafts'>): RuleDraft[] =>
  waiting(drafts.values()).filter(({ branchId }) => keeper.branchId === null || branchId === keeper.branchId);
