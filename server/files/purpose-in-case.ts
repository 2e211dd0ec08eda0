import type { CaseDocument } from '../repositories/cases';
import type { Purpose } from '../repositories/file-uses';

/** What people hand in on the way of a case. */
export const purposeIn = ({ _id, flowId }: Pick<CaseDocument, '_id' | 'flowId'>): Purpose => ({
  caseId: _id,
  retention: flowId.startsWith('leave-') ? 'conversation' : 'attendancePhoto',
});
