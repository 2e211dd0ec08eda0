import type { Effect } from '@domain/approval/effects';
import { nodeOf } from '@domain/approval/flow';
import { paperRefusalText } from '../archive/paper-order';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import { type CaseDocument, cases } from '../repositories/cases';
import type { Commit } from '../repositories/commits';
import { runBySystem } from './run-by-system';
import { shippedFlow } from './shipped-flows';

type PaperEffect = Extract<Effect, { do: 'generateDocument' }>;

/** Tries before HR hears of a paper that fails without saying why. */
const TRIES_BEFORE_TELLING = 3;

/**
 * Has a paper made and tells the case. What HR can mend (a character that the font lacks, a gap in the personnel file)
 * is reported at once, everything else after some tries; either way the outbox asks again until the paper is there.
 *
 * @param attempts how often this commit's effects were tried before
 * @returns commits whose effects are to be done next, and whether the paper is made
 */
export async function orderPaper(
  ports: Ports,
  org: Organisation,
  stored: CaseDocument,
  effect: PaperEffect,
  attempts: number,
): Promise<{ readonly made: boolean; readonly next: readonly Commit[] }> {
  const { caseId, document, template, nodeId, round, key } = effect;
  const report = async (detail: string) => ({
    made: false,
    next: await tell(ports, org, stored, key, detail, attempts),
  });
  try {
    const answer = await ports.papers.make({ caseId, document, template, nodeId, round });
    if (!answer.ok) return await report(paperRefusalText(document, answer.refusal));
    if (answer.digest === null || !waits(ports, stored, nodeId)) return { made: true, next: [] };
    const current = await cases.read(ports.database, caseId);
    const ready = await runBySystem(
      ports,
      org,
      current ?? stored,
      { id: `ready-${key}`, part: 'documents' },
      { kind: 'documentReady', nodeId, round, document, digest: answer.digest },
    );
    return { made: true, next: ready ? [ready] : [] };
  } catch (error) {
    ports.log.write({ paper: key, attempts: attempts + 1, message: String(error) });
    return attempts + 1 < TRIES_BEFORE_TELLING
      ? { made: false, next: [] }
      : report('文件暂时没有生成，系统会继续重试');
  }
}

/** Whether the flow stands still until the paper is there. */
const waits = ({ ids }: Ports, { flowId, flowVersion }: CaseDocument, nodeId: string): boolean =>
  nodeOf(shippedFlow(ids, flowId, flowVersion).definition, nodeId)?.kind === 'generate';

/** Once for one reason: the same words again have the same command id. */
async function tell(
  ports: Ports,
  org: Organisation,
  stored: CaseDocument,
  effectKey: string,
  detail: string,
  attempts: number,
): Promise<readonly Commit[]> {
  const current = await cases.read(ports.database, stored._id);
  const commit = await runBySystem(
    ports,
    org,
    current ?? stored,
    { id: `report-${effectKey}-${ports.ids.digest(detail).slice(0, 8)}`, part: 'documents' },
    { kind: 'reportEffect', effectKey, done: false, detail, attempt: attempts + 1 },
  );
  return commit ? [commit] : [];
}
