import type { CaseEvent } from '@domain/approval/events';
import type { Ports } from '../ports';
import { handoverVersions } from '../repositories/handover-versions';
import { handovers } from '../repositories/handovers';
import { notices } from '../repositories/notices';
import { signatureMarks } from '../repositories/signature-marks';

/** After the retention: the notice and the handover as they were signed, and how the names under them were drawn. */
export async function forgetSigned(
  { database, cipher }: Ports,
  caseId: string,
  events: readonly CaseEvent[],
): Promise<void> {
  await notices.forget(database, caseId);
  await handoverVersions.forget(database, caseId);
  await handovers.forget(database, caseId);
  for (const { body } of events)
    if (body.type === 'signed') await signatureMarks.forget(database, cipher, body.mark);
}
