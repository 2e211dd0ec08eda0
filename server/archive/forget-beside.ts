import { purgeDueOn, type RetentionClass } from '@domain/evidence/retention';
import type { LocalDate } from '@domain/time/local-date';
import type { Zone } from '@domain/time/zone';
import type { Ports } from '../ports';
import { assets } from '../repositories/assets';
import type { CaseDocument } from '../repositories/cases';
import { commits } from '../repositories/commits';
import { handoverVersions } from '../repositories/handover-versions';
import { handovers } from '../repositories/handovers';
import { interviews } from '../repositories/interviews';
import { leavings } from '../repositories/leavings';
import { nonCompetes } from '../repositories/non-competes';
import { notices } from '../repositories/notices';
import { settlements } from '../repositories/settlements';
import { signatureMarks } from '../repositories/signature-marks';
import { purposeDates } from './purpose-dates';

type Forget = (ports: Ports, stored: CaseDocument) => Promise<unknown>;

/** What lies beside a case's log and is on no chain, by the class that says how long. May run as often as it likes. */
const BESIDE: readonly (readonly [RetentionClass, Forget])[] = [
  ['wages', ({ database }, { _id }) => settlements.forget(database, _id)],
  ['conversation', ({ database }, { _id }) => interviews.forget(database, _id)],
  ['handover', ({ database }, { _id }) => handoverVersions.forget(database, _id)],
  ['handover', ({ database }, { _id }) => handovers.forget(database, _id)],
  ['contract', ({ database }, { _id }) => notices.forget(database, _id)],
  ['contract', forgetStrokes],
  ['assetPhoto', forgetAssetNotes],
  ['nonCompete', ({ database }, { _id }) => nonCompetes.forget(database, _id)],
];

/** The days on which something of it must go; of what they said years ago nothing is left to plan. */
export const forgettingDays = (stored: CaseDocument, zone: Zone): readonly LocalDate[] =>
  BESIDE.flatMap(([retention]) => purgeDueOn(retention, purposeDates(stored, zone)) ?? []);

export async function forgetBeside(
  ports: Ports,
  stored: CaseDocument,
  zone: Zone,
  today: LocalDate,
): Promise<void> {
  const dates = purposeDates(stored, zone);
  for (const [retention, forget] of BESIDE)
    if ((purgeDueOn(retention, dates) ?? '9999') <= today) await forget(ports, stored);
}

/** How the names under the papers were drawn. */
async function forgetStrokes({ database, cipher }: Ports, { _id }: CaseDocument): Promise<void> {
  for (const { events } of await commits.ofCase(database, _id))
    for (const { body } of events)
      if (body.type === 'signed') await signatureMarks.forget(database, cipher, body.mark);
}

/** Things are the person's, not the case's: after another leaving of the same person that one's time counts. */
async function forgetAssetNotes({ database }: Ports, { _id, applicantId }: CaseDocument): Promise<void> {
  if ((await leavings.caseIdOf(database, applicantId)) === _id) await assets.forget(database, applicantId);
}
