import type { Database } from '../ports';
import { interviews } from '../repositories/interviews';
import { nonCompetes } from '../repositories/non-competes';
import { settlements } from '../repositories/settlements';

/** After the retention: what lay beside the case goes with the words of its log. */
export async function forgetDepartments(database: Database, caseId: string): Promise<void> {
  await Promise.all([
    settlements.forget(database, caseId),
    interviews.forget(database, caseId),
    nonCompetes.forget(database, caseId),
  ]);
}
