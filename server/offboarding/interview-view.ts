import type { OutputOf } from '@contract/contract';
import { instantOf } from '@domain/time/instant';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { interviews } from '../repositories/interviews';
import { momentText } from '../wall-text';
import { linkOf, openLeavingCase, taskAt } from '../workflow/open-leaving-case';

export const INTERVIEW_NODE = 'interview';

/** What was said, for the one who said it and HR; null for anybody else. */
export async function readInterview(
  ports: Ports,
  caller: Caller,
  caseId: string,
): Promise<OutputOf<'interview.view'> | null> {
  const leaving = await openLeavingCase(ports, caller, caseId);
  if (!leaving?.may('viewInterview')) return null;
  const kept = await interviews.read(ports.database, caseId);
  const { stored, staff, org, viewerId } = leaving;
  return {
    caseId,
    employeeName: staff.nameOf(stored.applicantId),
    isMine: viewerId === stored.applicantId,
    task: linkOf(taskAt(leaving, INTERVIEW_NODE)),
    answers: kept && {
      reasons: kept.reasons,
      words: kept.words === null ? '' : ports.cipher.open(kept.words, interviews.placeOf(caseId)),
      whenText: momentText(org.zone, instantOf(kept.at)),
    },
  };
}
