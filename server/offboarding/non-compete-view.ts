import type { OutputOf } from '@contract/contract';
import { nonCompeteSentences } from '@domain/offboarding/non-compete';
import { instantOf } from '@domain/time/instant';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { nonCompetes } from '../repositories/non-competes';
import { momentText } from '../wall-text';
import { linkOf, openLeavingCase, taskAt } from '../workflow/open-leaving-case';

export const NON_COMPETE_TEXT_NODE = 'nonCompeteText';

/** The text and its terms, for the leaver and HR; null for anybody else. */
export async function readNonCompete(
  ports: Ports,
  caller: Caller,
  caseId: string,
): Promise<OutputOf<'nonCompete.view'> | null> {
  const leaving = await openLeavingCase(ports, caller, caseId);
  if (!leaving?.may('viewPersonnel')) return null;
  const text = await nonCompetes.read(ports.database, caseId);
  const { stored, staff, org } = leaving;
  return {
    caseId,
    employeeName: staff.nameOf(stored.applicantId),
    write: linkOf(taskAt(leaving, NON_COMPETE_TEXT_NODE)),
    terms: text && {
      ...text.terms,
      sentences: [...nonCompeteSentences(text.terms)],
      digest: text.digest,
      writtenText: `${staff.nameOf(text.writtenBy)} 拟定，${momentText(org.zone, instantOf(text.at))}`,
    },
  };
}
