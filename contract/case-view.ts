import * as z from 'zod/mini';
import { leavingDates } from './leaving-dates';
import { caseLink } from './inbox';
import { localDate, tone } from './values';

/** What finishes a task, and what may be done at it besides. */
export const caseAction = () =>
  z.enum([
    'agree',
    'reject',
    'acknowledge',
    'object',
    'complete',
    'sign',
    'settle',
    'return',
    'transfer',
    'addSigner',
    'proposeDate',
    'askForTalk',
  ]);

export const fieldValue = () =>
  z.union([z.string().check(z.maxLength(2000)), z.number(), z.boolean(), z.array(z.string()), z.null()]);

const nodeTitle = () => z.object({ nodeId: z.string(), title: z.string() });

/** One line of a form, ready to be shown. */
const formField = () =>
  z.object({
    name: z.string(),
    label: z.string(),
    type: z.enum(['text', 'number', 'date', 'boolean', 'person', 'people', 'choice']),
    required: z.boolean(),
    choices: z.array(z.object({ value: z.string(), label: z.string() })),
    /** What it said before it came back; null for an empty form. */
    value: fieldValue(),
    /** The name behind a person's id. */
    valueText: z.nullable(z.string()),
  });

/** A task of the caller: what it asks for and what may be done. */
const taskView = () =>
  z.object({
    taskId: z.string(),
    round: z.number(),
    nodeId: z.string(),
    nodeKind: z.enum(['decide', 'acknowledge', 'form', 'task', 'sign', 'settle', 'interview']),
    title: z.string(),
    /** The absent colleague for whom the caller stands in. */
    onBehalfOf: z.nullable(z.string()),
    actions: z.array(caseAction()),
    /** Actions that need a reason. */
    reasonFor: z.array(z.string()),
    fields: z.array(formField()),
    minPhotos: z.number(),
    /** `digest` is null while the document is still being made. */
    signature: z.nullable(
      z.object({
        document: z.string(),
        title: z.string(),
        level: z.enum(['basic', 'reliable']),
        digest: z.nullable(z.string()),
        /** No provider of reliable signatures is configured: it is signed on paper and HR checks the original. */
        onPaper: z.boolean(),
      }),
    ),
    /** Where it may be sent back to. */
    returnsTo: z.array(nodeTitle()),
  });

/** One node on the road: done, now or next. */
const step = () =>
  z.object({
    nodeId: z.string(),
    title: z.string(),
    state: z.enum(['done', 'now', 'next', 'skipped', 'void']),
    tone,
    /** '王芳 同意', '等待 王芳' */
    who: z.string(),
    /** '11月22日 周日 09:30，用时 2 小时' */
    when: z.nullable(z.string()),
    due: z.nullable(z.string()),
    overdue: z.boolean(),
    canUrge: z.boolean(),
    canWaive: z.boolean(),
    /** Nobody was found: HR names who handles it. */
    canAssign: z.boolean(),
  });

/** One word of the conversation; reasons that came with a decision stand among them. */
const comment = () =>
  z.object({
    /** Its place in the log. */
    seq: z.number(),
    byName: z.string(),
    mine: z.boolean(),
    unread: z.boolean(),
    text: z.string(),
    whenText: z.string(),
    /** '@王芳' for everybody who was mentioned. */
    mentions: z.array(z.string()),
    /** The item of a list that the thread is about. */
    itemKey: z.nullable(z.string()),
    itemTitle: z.nullable(z.string()),
    files: z.array(
      z.object({
        digest: z.string(),
        name: z.string(),
        kind: z.enum(['picture', 'pdf', 'docx', 'xlsx']),
        /** Of pictures; null: `file.open` gives it when the document is tapped. */
        url: z.nullable(z.string()),
      }),
    ),
  });

/** Something that the machinery was to do, and how it went. */
const effectReport = () =>
  z.object({
    done: z.boolean(),
    text: z.string(),
    whenText: z.string(),
    /** A paper that HR can make by hand instead: `document.keepByHand` names it so. */
    byHand: z.nullable(z.string()),
  });

export const casePage = () => z.enum(['handover', 'settlement', 'assets', 'interview', 'nonCompete']);

export const caseView = () =>
  z.object({
    caseId: z.string(),
    /** The flow: 'leave-notice', 'correction' … */
    flowId: z.string(),
    title: z.string(),
    applicantName: z.string(),
    isApplicant: z.boolean(),
    status: z.object({ tone, text: z.string() }),
    /** What decides, as label and value: 日期, 补哪张卡, 原因 … */
    facts: z.array(z.object({ label: z.string(), value: z.string() })),
    photos: z.array(z.object({ digest: z.string(), url: z.string() })),
    steps: z.array(step()),
    comments: z.array(comment()),
    /** Comments of others since the caller last looked. */
    unread: z.number(),
    canComment: z.boolean(),
    /** Papers of a leaving: for the leaver and HR all of them, for whoever signed one that one. */
    canReadPapers: z.boolean(),
    /** How accounts and papers of a leaving fared, for HR and, of accounts, for IT; the newest word on each. */
    reports: z.optional(z.array(effectReport())),
    /** Pages of a leaving that the caller may read beside the case page. */
    pages: z.optional(z.array(casePage())),
    /** Where the caller may let others read along: a step of his, or null for the case; absent where he may not. */
    copyAt: z.optional(z.object({ nodeId: z.nullable(z.string()) })),
    /** Who can be mentioned. */
    people: z.array(z.object({ employmentId: z.string(), name: z.string() })),
    /** Items of the handover's list that a thread can be about. */
    items: z.array(z.object({ key: z.string(), title: z.string() })),
    /** Where the phone may put files: nobody else can read or write there. */
    uploadFolder: z.string(),
    /** The last event that this view knows; `case.pulse` tells whether there are newer ones. */
    seq: z.number(),
    /** What the caller may do now; null when nothing is his to do. */
    task: z.nullable(taskView()),
    /** A notice that has arrived can only be asked back (`ask`); null where there is nothing to withdraw. */
    withdraw: z.nullable(z.enum(['now', 'ask'])),
    /** Another last day that somebody proposed and nobody has answered yet. */
    proposal: z.nullable(
      z.object({ lastDay: localDate, lastDayText: z.string(), byName: z.string(), canAnswer: z.boolean() }),
    ),
    /** The dates as they hold, for whoever may change them; absent for everybody else. */
    dates: z.optional(leavingDates()),
    /** A request to withdraw that waits for the employer's answer. */
    withdrawal: z.nullable(
      z.object({ reason: z.string(), whenText: z.string(), byName: z.string(), canAnswer: z.boolean() }),
    ),
    /** Signatures on paper that the caller may check, as HR. */
    papers: z.array(
      z.object({
        taskId: z.string(),
        round: z.number(),
        title: z.string(),
        signerName: z.string(),
        digest: z.string(),
      }),
    ),
    /** What the decision did: '11月20日已重新判定：少下班卡 → 正常'. */
    outcome: z.nullable(z.string()),
    /** The next thing that waits for the caller, offered after this one. */
    next: z.nullable(z.object({ title: z.string(), link: caseLink() })),
  });
