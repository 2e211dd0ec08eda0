import * as z from 'zod/mini';
import { caseAction, caseView, fieldValue } from './case-view';
import { procedure } from './procedure';
import type { RefusalCode } from './refusals';
import { signatureInput } from './signature';
import { clientId, localDate } from './values';

export const caseId = () => z.string().check(z.minLength(1), z.maxLength(160));
export const taskId = () => z.string().check(z.minLength(1), z.maxLength(128));
export const round = () => z.int().check(z.minimum(1), z.maximum(1000));
const text = (most: number) => z.string().check(z.trim(), z.maxLength(most));
const nodeId = () => z.string().check(z.maxLength(64));
const employmentId = () => z.string().check(z.maxLength(64));
const fileIds = (most: number) => z.array(z.string().check(z.maxLength(300))).check(z.maxLength(most));

/** What a command on a running case may meet, whichever procedure carries it. */
export const caseRefusals = [
  'case.unknown',
  'case.closed',
  'task.dead-link',
  'task.already-decided',
  'task.moved',
  'task.not-your-turn',
  'action.not-offered',
  'action.not-yours',
  'reason.missing',
  'person.unknown',
  'person.gone',
  'person.is-applicant',
  'person.already-asked',
  'form.field-missing',
  'form.field-invalid',
  'form.photos-missing',
  'document.not-ready',
  'signature.missing',
  'signature.document-changed',
  'signature.level-too-low',
  'signature.identity-missing',
  'signature.identity-expired',
  'settlement.lines-missing',
  'settlement.not-whole-fen',
  'return.not-there',
  'node.not-open',
  'assign.several-handlers',
  'urge.too-soon',
  'urge.nobody',
  'withdraw.already-asked',
  'withdraw.not-asked',
  'dates.none-proposed',
  'dates.invalid',
  'dates.before-notice',
  'dates.already-reached',
  'case.cannot-move',
  'command.id-taken',
  'month.locked',
  'conflict.busy',
] as const satisfies readonly RefusalCode[];

/** What a signature may meet (server/identity/signature-for.ts). */
export const signingRefusals = [
  'identity.unknown',
  'identity.expired',
  'identity.not-confirmed',
  'identity.other-document',
  'signature.blank',
  'signature.invalid',
  'signature.too-large',
  'signature.reused',
] as const satisfies readonly RefusalCode[];

const fileRefusals = ['file.unknown', 'file.not-a-picture', 'file.too-large'] as const;

/** A case as the caller may see it. An unknown case and somebody else's are answered alike. */
export const viewCase = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () => z.strictObject({ caseId: caseId(), taskId: z.nullable(taskId()), round: z.nullable(round()) }),
  output: caseView,
  refusals: ['case.unknown'],
});

/** One action on the caller's open task. */
export const actOnTask = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () =>
    z.strictObject({
      commandId: clientId,
      caseId: caseId(),
      taskId: taskId(),
      round: round(),
      action: caseAction(),
      /** The reason, where one is needed; else a comment. */
      comment: text(500),
      /** Who takes over (transfer), or who answers too (addSigner). */
      toEmploymentId: z.optional(z.nullable(employmentId())),
      /** For addSigner; 'after' when absent. */
      position: z.optional(z.enum(['before', 'after'])),
      /** The node's form, by field name. */
      fields: z.optional(z.record(z.string().check(z.maxLength(64)), fieldValue())),
      /** File ids of pictures that this person has just uploaded. */
      photoIds: z.optional(fileIds(9)),
      signature: z.optional(z.nullable(signatureInput())),
      /** For return: one of the task's `returnsTo`. */
      toNodeId: z.optional(z.nullable(nodeId())),
      /** For proposeDate. */
      lastDay: z.optional(z.nullable(localDate)),
    }),
  output: () => z.object({ text: z.string(), view: caseView() }),
  refusals: [...caseRefusals, ...signingRefusals, ...fileRefusals],
});

/** What a participant may do beside the tasks. */
export const moveCase = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () =>
    z.strictObject({
      commandId: clientId,
      caseId: caseId(),
      move: z.enum(['urge', 'withdraw', 'answerWithdrawal', 'answerDate', 'waive', 'assign', 'cc']),
      /** The node that is urged, waived or assigned. */
      nodeId: z.nullable(nodeId()),
      /** The reason, where one is needed. */
      text: text(500),
      /** For answerWithdrawal and answerDate. */
      yes: z.optional(z.boolean()),
      /** For cc: who reads along; for assign: who handles it. */
      people: z.optional(z.array(employmentId()).check(z.maxLength(20))),
    }),
  output: () => z.object({ text: z.string(), view: caseView() }),
  refusals: caseRefusals,
});

/**
 * HR has checked the original that somebody else signed on paper, and keeps a picture of it: the signature counts as
 * reliable, and the log names who checked it. Only where no provider of reliable signatures is configured.
 */
export const signOnPaper = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      commandId: clientId,
      caseId: caseId(),
      taskId: taskId(),
      round: round(),
      /** Of the document that was printed. */
      digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      photoIds: fileIds(9).check(z.minLength(1)),
    }),
  output: () => z.object({ text: z.string(), view: caseView() }),
  refusals: [...caseRefusals, ...fileRefusals],
});
