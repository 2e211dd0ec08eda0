import * as z from 'zod/mini';
import { caseId, caseRefusals } from './cases';
import { procedure } from './procedure';
import { signatureInput } from './signature';
import { clientId, tone } from './values';

const digest = () => z.string().check(z.regex(/^[0-9a-f]{64}$/));
const key = () => z.string().check(z.minLength(1), z.maxLength(64));
const version = () => z.int().check(z.minimum(1), z.maximum(10_000));

/** What was filled in, by the template's item keys (domain/offboarding/handover-content.ts). */
const content = () =>
  z.record(
    key(),
    z.strictObject({
      lines: z
        .array(
          z.strictObject({
            /** Made by the phone; it stays when the line is edited. */
            id: z.string().check(z.minLength(1), z.maxLength(32)),
            fields: z.record(key(), z.string().check(z.maxLength(2000))),
            /** Digests of files that `handover.attach` has taken. */
            attachments: z.array(digest()).check(z.maxLength(9)),
          }),
        )
        .check(z.maxLength(300)),
      /** "There is nothing of this, because …". */
      none: z.nullable(z.string().check(z.maxLength(500))),
    }),
  );

const difference = () =>
  z.object({
    item: z.string(),
    title: z.string(),
    /** null: the item's own "there is nothing of this". */
    line: z.nullable(z.string()),
    change: z.enum(['added', 'removed', 'changed']),
    fields: z.array(z.object({ name: z.string(), title: z.string(), before: z.string(), after: z.string() })),
    attachmentsChanged: z.boolean(),
  });

/** A file at a line: kept by the server. */
const file = () =>
  z.object({
    digest: z.string(),
    name: z.string(),
    kind: z.enum(['picture', 'pdf', 'docx', 'xlsx']),
    /** Of pictures, for minutes; null: `file.open` gives it when the document is tapped. */
    url: z.nullable(z.string()),
  });

export const handoverView = () =>
  z.object({
    caseId: z.string(),
    /** What the caller is here: others who may read do nothing. */
    role: z.enum(['employee', 'recipient', 'reader']),
    employeeName: z.string(),
    /** null while the case finds nobody to take over. */
    recipientName: z.nullable(z.string()),
    status: z.object({ tone, text: z.string() }),
    /** '11月18日 周三 18:00 前'; null when nothing is due. */
    dueText: z.nullable(z.string()),
    overdue: z.boolean(),
    items: z.array(
      z.object({
        key: z.string(),
        kind: z.enum(['work', 'document', 'asset', 'account', 'contact']),
        title: z.string(),
        required: z.boolean(),
      }),
    ),
    /** The version that is shown: the current one, unless another was asked for; null before the first. */
    shown: z.nullable(
      z.object({
        number: z.number(),
        isCurrent: z.boolean(),
        /** What a signature binds. */
        digest: z.string(),
        content: content(),
      }),
    ),
    /** '还差 3 项必填：…'; null when nothing is missing in what was handed in. */
    missingText: z.nullable(z.string()),
    /** What is new since the version that was sent back; null when there was none before. */
    differences: z.nullable(z.object({ since: z.number(), list: z.array(difference()) })),
    /** Newest first. */
    versions: z.array(
      z.object({
        number: z.number(),
        submittedText: z.string(),
        recipientName: z.nullable(z.string()),
        /** When it was sent back; null when it was not. */
        sentBackText: z.nullable(z.string()),
        signatures: z.array(z.object({ byName: z.string(), whenText: z.string() })),
      }),
    ),
    comments: z.array(
      z.object({
        item: z.string(),
        version: z.number(),
        byName: z.string(),
        mine: z.boolean(),
        whenText: z.string(),
        text: z.string(),
      }),
    ),
    files: z.array(file()),
    /** What the caller may do now. */
    may: z.object({
      submit: z.boolean(),
      comment: z.boolean(),
      sendBack: z.boolean(),
      accept: z.boolean(),
      sign: z.boolean(),
    }),
    /** Where the phone may put files: nobody else can read or write there. */
    uploadFolder: z.string(),
  });

const handoverRefusals = [
  ...caseRefusals,
  'handover.not-yet',
  'handover.not-yours',
  'handover.incomplete',
  'handover.unchanged',
  'handover.nothing-submitted',
  'handover.unknown-item',
  'handover.sent-back',
  'handover.send-back-without-comment',
  'handover.already-signed',
  'handover.changed',
  'handover.accept-first',
  'handover.too-many',
  'identity.unknown',
  'identity.expired',
  'identity.not-confirmed',
  'identity.other-document',
  'signature.blank',
  'signature.invalid',
  'signature.too-large',
  'signature.reused',
  'file.unknown',
] as const;

const answer = () => z.object({ text: z.string(), view: handoverView() });

/** The list as the caller may see it. An unknown case and somebody else's are answered alike. */
export const viewHandover = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () =>
    z.strictObject({
      caseId: caseId(),
      /** An earlier version; null for the current one. */
      version: z.nullable(version()),
    }),
  output: handoverView,
  refusals: ['case.unknown'],
});

/** The employee hands the list in: a new version. Refused with every gap at its field. */
export const submitHandover = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () => z.strictObject({ commandId: clientId, caseId: caseId(), content: content() }),
  output: answer,
  refusals: handoverRefusals,
});

/** A word at an item of the current version, by the employee or the recipient. */
export const commentOnHandover = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () =>
    z.strictObject({
      commandId: clientId,
      caseId: caseId(),
      item: key(),
      text: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
    }),
  output: answer,
  refusals: handoverRefusals,
});

/** The recipient asks for changes, having said at an item what is missing. `version` is the one that was read. */
export const sendHandoverBack = procedure({
  callers: 'bound',
  input: () => z.strictObject({ commandId: clientId, caseId: caseId(), version: version() }),
  output: answer,
  refusals: handoverRefusals,
});

/** The recipient found the list complete and takes over. `digest` is that of the version that was read. */
export const acceptHandover = procedure({
  callers: 'bound',
  input: () => z.strictObject({ commandId: clientId, caseId: caseId(), digest: digest() }),
  output: answer,
  refusals: handoverRefusals,
});

/** The employee's or the recipient's signature over the version that was read. */
export const signHandover = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () => z.strictObject({ commandId: clientId, caseId: caseId(), signature: signatureInput() }),
  output: answer,
  refusals: handoverRefusals,
});

/** Keeps a file that the phone has just put into its own folder, for a line of the list. The same file again is the same. */
export const attachToHandover = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () =>
    z.strictObject({
      caseId: caseId(),
      fileId: z.string().check(z.minLength(1), z.maxLength(300)),
      /** As the phone calls it: shown to people, believed by nobody. */
      name: z.string().check(z.trim(), z.maxLength(100)),
    }),
  output: () => z.object({ file: file() }),
  refusals: [
    'case.unknown',
    'handover.not-yours',
    'handover.too-many',
    'conflict.busy',
    'file.unknown',
    'file.wrong-kind',
    'file.empty',
    'file.too-large',
  ],
});
