import * as z from 'zod/mini';
import { caseView } from './case-view';
import { procedure } from './procedure';

const documentId = () => z.string().check(z.minLength(1), z.maxLength(200));
const caseId = () => z.string().check(z.minLength(1), z.maxLength(160));

const paper = () =>
  z.object({
    id: z.string(),
    title: z.string(),
    /** 'ZM-2026-4F7K-9Q2M' */
    number: z.string(),
    /** Counts from 1; a later version stands beside the earlier ones. */
    version: z.number(),
    madeText: z.string(),
    /** SHA-256 of the file. */
    digest: z.string(),
    /** '32 KB' */
    sizeText: z.string(),
    /** Withdrawn: what HR said, and when; null while it holds. */
    revokedText: z.nullable(z.string()),
    /** Destroyed after its time; only the entry is left. */
    purged: z.boolean(),
    canRevoke: z.boolean(),
  });

/** The papers of one case, or all papers about the caller. Works after leaving too. */
export const listDocuments = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () => z.strictObject({ caseId: z.nullable(caseId()) }),
  output: () =>
    z.object({
      papers: z.array(paper()),
      /** The whole case as evidence, for HR. */
      canExport: z.boolean(),
    }),
  refusals: ['case.unknown'],
});

/** An address that opens the file for ten minutes. Who opened what is written down. Works after leaving too. */
export const openDocument = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () => z.strictObject({ documentId: documentId() }),
  output: () =>
    z.object({
      url: z.string(),
      fileName: z.string(),
      digest: z.string(),
      /** A paper made by hand may be a picture. */
      kind: z.optional(z.enum(['pdf', 'picture'])),
    }),
  refusals: ['document.unknown', 'document.purged'],
});

/** Whether a paper is what it says, asked by whoever holds it: with its number and the code printed beside it. */
export const verifyDocument = procedure({
  callers: 'anyone',
  input: () =>
    z.strictObject({
      number: z.string().check(z.minLength(1), z.maxLength(40)),
      /** Sixteen digits of the paper, or the SHA-256 of the file. */
      code: z.string().check(z.minLength(1), z.maxLength(120)),
    }),
  output: () =>
    z.object({
      state: z.enum(['valid', 'revoked', 'unknown']),
      /** null for what is unknown: a wrong code and a number that never was are answered alike. */
      paper: z.nullable(
        z.object({
          title: z.string(),
          number: z.string(),
          organisation: z.string(),
          /** '张*' */
          maskedName: z.string(),
          issuedText: z.string(),
          revokedText: z.nullable(z.string()),
        }),
      ),
    }),
  refusals: ['verify.too-many-tries', 'conflict.busy'],
});

/** HR withdraws a paper that should not have been issued; whoever verifies it hears so from then on. */
export const revokeDocument = procedure({
  callers: ['hr', 'branch-hr'],
  input: () =>
    z.strictObject({
      documentId: documentId(),
      reason: z.string().check(z.trim(), z.maxLength(200)),
    }),
  output: () => z.object({ text: z.string() }),
  refusals: ['document.unknown', 'document.already-revoked', 'reason.missing'],
});

/**
 * A paper that cannot be drawn (a character that the font lacks) was made by hand: HR keeps a picture or a PDF of it, and
 * what waited for the paper goes on. A repeat finds it kept.
 */
export const keepPaperByHand = procedure({
  callers: ['hr', 'branch-hr'],
  input: () =>
    z.strictObject({
      caseId: caseId(),
      /** `byHand` of the report on the case. */
      effectKey: z.string().check(z.minLength(1), z.maxLength(300)),
      /** What the phone has just put into its own folder. */
      fileId: z.string().check(z.minLength(1), z.maxLength(300)),
      name: z.string().check(z.maxLength(200)),
    }),
  output: () => z.object({ text: z.string(), view: caseView() }),
  refusals: ['case.unknown', 'document.unknown', 'file.unknown', 'file.not-a-scan', 'file.too-large'],
});

/** The whole case as one zip that anybody can check offline: events, papers, signatures, keys, verifier. */
export const exportEvidence = procedure({
  callers: ['hr', 'branch-hr'],
  input: () => z.strictObject({ caseId: caseId() }),
  output: () => z.object({ url: z.string(), fileName: z.string(), digest: z.string(), sizeText: z.string() }),
  refusals: ['case.unknown'],
});
