import * as z from 'zod/mini';
import { certificateChoice } from './certificate';
import { caseView } from './case-view';
import { caseLink } from './inbox';
import { procedure } from './procedure';
import { signatureInput } from './signature';
import { clientId, localDate } from './values';

const path = () => z.enum(['notice', 'probation', 'agreement', 'urgent']);

const sentence = () => z.object({ text: z.string(), article: z.nullable(z.string()) });

/** What a leaver decides on; the server makes dates, route and text of it. */
const wish = {
  path: path(),
  /** The last day that is wished; null: as early as the law allows. */
  wished: z.nullable(localDate),
  /** 异地: an agreement in which nobody has to be anywhere. */
  remote: z.boolean(),
  /** Nobody has to give one. */
  reason: z.string().check(z.trim(), z.maxLength(500)),
};

/** The ways of leaving, each in plain words with its article, as they stand for the caller today. */
export const leavingOptions = procedure({
  callers: 'bound',
  input: () => z.strictObject({}),
  output: () =>
    z.object({
      /** A leaving that is under way already. */
      openCaseId: z.nullable(z.string()),
      /** '2026年10月22日': when a notice given now arrives. */
      arrivesText: z.string(),
      options: z.array(
        z.object({
          path: path(),
          title: z.string(),
          meaning: sentence(),
          offered: z.boolean(),
          whyNot: z.nullable(z.string()),
          earliestText: z.nullable(z.string()),
        }),
      ),
      /** Leaving at once because the employer is at fault. */
      atFault: sentence(),
      /** HR has no contract dates on file: the usual ones were taken. */
      hasFile: z.boolean(),
    }),
  refusals: [],
});

/** What would come of a wish, and the very text that is to be signed. Changes nothing. */
export const draftLeaving = procedure({
  callers: 'bound',
  input: () => z.strictObject(wish),
  output: () =>
    z.object({
      flowTitle: z.string(),
      route: z.enum(['notice', 'probation', 'agreement']),
      lastDay: localDate,
      lastDayText: z.string(),
      /** The first day that needs nobody's consent. */
      earliest: localDate,
      earliestText: z.string(),
      /** '比通知期早 12 天，需要协商一致' */
      label: z.nullable(z.string()),
      sentences: z.array(sentence()),
      /** What is sent, a paragraph an entry. */
      text: z.array(z.string()),
      /** Who receives it. */
      recipients: z.array(z.string()),
      /** SHA-256 of exactly what is signed or sent: `leaving.give` repeats it. */
      digest: z.string(),
      /** null: nothing is signed yet, the agreement will be. */
      signature: z.nullable(z.object({ document: z.string(), title: z.string() })),
      uploadFolder: z.string(),
      /** A card can be compared with the file, for whoever wants it. */
      comparesCards: z.boolean(),
    }),
  refusals: ['leaving.date-invalid', 'leaving.date-past'],
});

/** Gives the notice, or asks for an agreement. The same id again starts nothing again. */
export const giveLeaving = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      ...wish,
      /** Names the case too, beside the person. */
      commandId: clientId,
      /** Of the draft that was shown. */
      digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      signature: z.nullable(signatureInput()),
      /** Consent of its own to keep the proofs until the case is closed. */
      proofConsent: z.boolean(),
      photoIds: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(6)),
    }),
  output: () => z.object({ text: z.string(), caseId: z.string() }),
  refusals: [
    'leaving.date-invalid',
    'leaving.date-past',
    'leaving.already-open',
    'leaving.changed',
    'leaving.proof-without-consent',
    'signature.missing',
    'identity.unknown',
    'identity.expired',
    'identity.not-confirmed',
    'identity.other-document',
    'signature.blank',
    'signature.invalid',
    'signature.too-large',
    'signature.reused',
    'file.unknown',
    'file.not-a-picture',
    'file.too-large',
    'case.cannot-move',
    'conflict.busy',
  ],
});

/** 离职旅程: the caller's own leaving, the running one or the last that was. */
export const myLeaving = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () => z.strictObject({}),
  output: () =>
    z.object({
      /** The person, for the page 我的. */
      name: z.string(),
      departmentName: z.string(),
      /** Whether the search over people who leave is theirs to use. */
      searches: z.boolean(),
      /** Whether people's files are theirs to keep. */
      keepsPeople: z.boolean(),
      /** Whether there are people whose attendance the caller may see. */
      seesReports: z.boolean(),
      journey: z.nullable(
        z.object({
          view: caseView(),
          running: z.boolean(),
          lastDayText: z.nullable(z.string()),
          /** '还有 12 天'; null before the leaving is certain and after it. */
          daysLeftText: z.nullable(z.string()),
          /** The law where it matters now, in a plain sentence. */
          law: sentence(),
          /** Everything that waits for the caller. */
          tasks: z.array(z.object({ title: z.string(), nodeId: z.string(), link: caseLink() })),
          /** Steps whose handler was reminded because time ran out. */
          urged: z.array(z.string()),
          /** Absent while the leaving is not certain. */
          certificate: z.optional(certificateChoice()),
        }),
      ),
    }),
  refusals: [],
});

/** The proofs that came with a wish to leave: the leaver's own, and HR's to see. */
export const leavingProofs = procedure({
  callers: 'bound',
  input: () => z.strictObject({ caseId: z.string().check(z.minLength(1), z.maxLength(160)) }),
  output: () => z.object({ consentedText: z.nullable(z.string()), urls: z.array(z.string()) }),
  refusals: ['case.unknown'],
});
