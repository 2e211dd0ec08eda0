import { handoverText } from '@domain/offboarding/handover';
import { nonCompeteText } from '@domain/offboarding/non-compete';
import { noticeText } from '@domain/offboarding/notice-content';
import type { Ports } from '../ports';
import { handoverVersions } from '../repositories/handover-versions';
import { handovers } from '../repositories/handovers';
import { nonCompetes } from '../repositories/non-competes';
import { notices } from '../repositories/notices';

/** Finds the text whose digest somebody signed; null when there is none such. */
type FindText = (ports: Ports, caseId: string, digest: string) => Promise<string | null>;

const handover: FindText = async ({ database }, caseId, digest) => {
  const [kept, versions] = await Promise.all([
    handovers.read(database, caseId),
    handoverVersions.ofCase(database, caseId),
  ]);
  const version = versions.find((one) => one.digest === digest);
  return kept && version ? handoverText({ ...kept, caseId }, version) : null;
};

const notice: FindText = async ({ database }, caseId) => {
  const kept = await notices.read(database, caseId);
  return kept && noticeText(kept.content);
};

const nonCompete: FindText = async ({ database }, caseId) => {
  const kept = await nonCompetes.read(database, caseId);
  return kept && nonCompeteText(caseId, kept.terms);
};

/** By the engine's document key: signatures bind these words, and the bundle carries them beside the paper. */
const TEXTS: Readonly<Record<string, FindText>> = { notice, handover, nonCompete };

export const signedText = (
  ports: Ports,
  caseId: string,
  key: string,
  digest: string,
): Promise<string | null> => TEXTS[key]?.(ports, caseId, digest) ?? Promise.resolve(null);
