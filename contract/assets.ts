import * as z from 'zod/mini';
import { caseId, caseRefusals, round, taskId } from './cases';
import { procedure } from './procedure';
import { clientId, tone } from './values';

const move = () => z.enum(['claim', 'confirm', 'reject', 'reportLost', 'find']);
const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

const asset = () =>
  z.object({
    id: z.string(),
    name: z.string(),
    number: z.string(),
    tone,
    /** '待归还', '员工称已归还，等保管人确认' … */
    stateText: z.string(),
    /** What happened to it, oldest first. */
    steps: z.array(
      z.object({
        text: z.string(),
        note: z.string(),
        whenText: z.string(),
        photos: z.array(z.object({ digest: z.string(), url: z.string() })),
      }),
    ),
    /** What the caller may do with it now. */
    moves: z.array(move()),
  });

export const assetsView = () =>
  z.object({
    caseId: z.string(),
    employeeName: z.string(),
    /** The side that the caller is on; `reader` looks on. */
    role: z.enum(['employee', 'keeper', 'reader']),
    /** Nobody needs to come: the courier's number is as good as a picture. */
    fromAfar: z.boolean(),
    assets: z.array(asset()),
    canIssue: z.boolean(),
    /** Everything is back or known to be lost. */
    settled: z.boolean(),
    /** The caller's open task to bring the things together. */
    close: z.nullable(z.object({ taskId: z.string(), round: z.number() })),
    uploadFolder: z.string(),
  });

/** The company's things that the leaver has, for the leaver, their keepers and HR. */
export const viewAssets = procedure({
  callers: 'bound',
  input: () => z.strictObject({ caseId: caseId() }),
  output: assetsView,
  refusals: ['case.unknown'],
});

/** A keeper or HR writes down something that was handed out and is not in the list. */
export const issueAsset = procedure({
  callers: 'bound',
  input: () => z.strictObject({ commandId: clientId, caseId: caseId(), name: words(60), number: words(60) }),
  output: assetsView,
  refusals: ['case.unknown', 'action.not-yours', 'asset.number-taken', 'asset.too-many', 'conflict.busy'],
});

/** One step of a thing: the employee says it came back, the keeper confirms or not, somebody lost it. */
export const moveAsset = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      commandId: clientId,
      caseId: caseId(),
      assetId: z.string().check(z.minLength(1), z.maxLength(64)),
      move: move(),
      note: z.string().check(z.trim(), z.maxLength(200)),
      /** File ids of pictures that this person has just uploaded. */
      photoIds: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(3)),
    }),
  output: assetsView,
  refusals: [
    ...caseRefusals,
    'asset.unknown',
    'asset.not-in-this-state',
    'asset.not-yours-to-move',
    'asset.note-missing',
    'asset.photo-missing',
    'file.unknown',
    'file.not-a-picture',
    'file.too-large',
  ],
});

/** The keeper's step is done: everything is back or known to be lost. HR may waive the step with a reason (`case.move`). */
export const closeAssets = procedure({
  callers: 'bound',
  input: () => z.strictObject({ commandId: clientId, caseId: caseId(), taskId: taskId(), round: round() }),
  output: assetsView,
  refusals: [...caseRefusals, 'asset.still-out'],
});
