import type { Command } from '@domain/approval/commands';
import type { Fields } from '@domain/approval/names';
import type { NoticePeriod } from '@domain/offboarding/notice-period';
import { dayText } from '@domain/offboarding/day-text';
import { ok, refuse } from '@domain/result';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import { signatureFor, type Signing } from '../identity/signature-for';
import { draftOf, type LeaverDesk, type LeavingDraft, openLeaverDesk } from '../leaving/leaver-desk';
import { openLeavingIdOf } from '../leaving/own-leaving';
import { wireNoticeRefusal } from '../leaving/wire-notice-refusal';
import { withPost } from '../leaving/with-post';
import { postOn } from '../people/units';
import type { Ports, Transaction } from '../ports';
import { type CaseDocument, cases } from '../repositories/cases';
import { leavingProofs } from '../repositories/leaving-proofs';
import { AlreadyLeaving, leavings } from '../repositories/leavings';
import { notices } from '../repositories/notices';
import { type Answer, useCase } from '../use-case';
import { staffOf } from '../workflow/case-staff';
import { doEffects } from '../workflow/effects';
import { type CommandResult, runCommand } from '../workflow/run-command';
import { takePhotos } from '../workflow/take-photos';

type Input = InputOf<'leaving.give'>;
type Refused = Extract<Answer<'leaving.give'>, { ok: false }>;

const GIVEN = {
  notice: '通知已送达，回执已生成',
  probation: '通知已送达，回执已生成',
  agreement: '已提出，等待公司答复',
} as const;

/** Gives a notice, or asks for an agreement. The phone's command id names the case, so a repeat starts none. */
export const giveLeaving = useCase('leaving.give', {
  async run(ports, caller, input): Promise<Answer<'leaving.give'>> {
    const caseId = `${caller.employment._id}-${input.commandId}`;
    const begun = await cases.read(ports.database, caseId);
    if (begun) return ok({ text: begun.state.path === 'notice' ? GIVEN.notice : GIVEN.agreement, caseId });
    const openId = await openLeavingIdOf(ports, caller.employment._id);
    if (openId !== null) return refuse('leaving.already-open', { caseId: openId });

    const desk = await openLeaverDesk(ports, caller);
    const drafted = draftOf(ports, desk, input);
    if (!drafted.ok) return wireNoticeRefusal(drafted.refusal);
    const draft = drafted.value;
    // Midnight has passed, or HR changed the contract meanwhile: nobody signs what they have not seen.
    if (draft.digest !== input.digest || (input.signature && input.signature.digest !== input.digest))
      return refuse('leaving.changed', { lastDay: dayText(draft.period.lastDay) });
    if (input.photoIds.length > 0 && !input.proofConsent) return refuse('leaving.proof-without-consent', {});
    if (draft.notice && !input.signature) return refuse('signature.missing', { title: draft.title });
    const taken = await takePhotos(ports, caller.openid, input.photoIds, {
      caseId,
      retention: 'medical',
    });
    if (!taken.ok) return taken;
    const signed =
      draft.notice && input.signature
        ? await signatureFor(ports, caller, 'notice', null, input.signature)
        : null;
    if (signed && !signed.ok) return signed;

    const refused = await start(ports, desk, draft, caseId, input, taken.value, signed?.value ?? null);
    if (refused) return refused;
    return ok({ text: GIVEN[draft.period.route], caseId });
  },
});

async function start(
  ports: Ports,
  desk: LeaverDesk,
  draft: LeavingDraft,
  caseId: string,
  input: Input,
  photos: readonly string[],
  signing: Signing | null,
): Promise<Refused | null> {
  const { caller, org } = desk;
  const command = startCommand(caller, draft, caseId, input, signing);
  const setting = {
    org,
    subject: `leaving:${caller.employment._id}`,
    staffFor: async (stored: CaseDocument | null) =>
      withPost(
        await staffOf(ports, org, caller, stored),
        caller.employment._id,
        postOn(org, caller.employment, desk.file, desk.today),
      ),
    beside: (transaction: Transaction) => keepBeside(ports, transaction, caller, draft, caseId, photos),
  };
  const moved = await startedOrAlready(runCommand(ports, setting, draft.flow.id, command));
  if (moved instanceof AlreadyLeaving) return refuse('leaving.already-open', { caseId: moved.caseId });
  if (!moved.ok)
    return 'busy' in moved
      ? refuse('conflict.busy', {})
      : refuse('case.cannot-move', { because: moved.refusal.code });
  if (moved.value.commit) await doEffects(ports, moved.value.commit);
  return null;
}

const startedOrAlready = (running: Promise<CommandResult>): Promise<CommandResult | AlreadyLeaving> =>
  running.catch((error: unknown) => {
    if (error instanceof AlreadyLeaving) return error;
    throw error;
  });

function startCommand(
  { employment }: Caller,
  { notice, period, digest }: LeavingDraft,
  caseId: string,
  { commandId, reason, proofConsent }: Input,
  signing: Signing | null,
): Command {
  const words: Fields = reason === '' ? {} : { reason };
  return {
    id: commandId,
    caseId,
    actor: { who: 'person', id: employment._id, ...(signing && { identity: signing.identity }) },
    kind: 'start',
    applicant: employment._id,
    dates: { lastDay: period.lastDay },
    ...(notice && signing
      ? {
          fields: words,
          documents: [{ key: 'notice', digest }],
          signature: signing.signature,
        }
      : { fields: { ...words, ...wishFields(period), ...(proofConsent && { proofConsent }) } }),
  };
}

const wishFields = ({ lastDay, shortBy }: NoticePeriod): Fields => ({
  wishedLastDay: lastDay,
  ...(shortBy > 0 && { daysShort: shortBy }),
});

/** What belongs to the start and is not on its log; all of it or nothing. */
async function keepBeside(
  { clock }: Ports,
  transaction: Transaction,
  { employment }: Caller,
  { notice, digest }: LeavingDraft,
  caseId: string,
  photos: readonly string[],
): Promise<void> {
  const now = clock.now();
  await leavings.claim(transaction, employment._id, caseId);
  if (notice) await notices.add(transaction, { _id: caseId, content: notice, digest, givenAt: now });
  if (photos.length > 0)
    await leavingProofs.add(transaction, {
      _id: caseId,
      employmentId: employment._id,
      photos: [...photos],
      consentedAt: now,
      purgedAt: null,
    });
}
