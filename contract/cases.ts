import * as z from 'zod/mini';
import { caseLink } from './inbox';
import { procedure } from './procedure';
import { clientId, tone } from './values';

const caseId = () => z.string().check(z.minLength(1), z.maxLength(160));
const taskId = () => z.string().check(z.minLength(1), z.maxLength(128));
const round = () => z.int().check(z.minimum(1), z.maximum(1000));
const text = (most: number) => z.string().check(z.trim(), z.maxLength(most));

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
  });

export const caseView = () =>
  z.object({
    caseId: z.string(),
    title: z.string(),
    applicantName: z.string(),
    status: z.object({ tone, text: z.string() }),
    /** What decides, as label and value: 日期, 补哪张卡, 原因 … */
    facts: z.array(z.object({ label: z.string(), value: z.string() })),
    photos: z.array(z.object({ digest: z.string(), url: z.string() })),
    steps: z.array(step()),
    comments: z.array(z.object({ byName: z.string(), text: z.string(), whenText: z.string() })),
    /** What the caller may do now; null when nothing is his to do. */
    task: z.nullable(
      z.object({
        taskId: z.string(),
        round: z.number(),
        title: z.string(),
        actions: z.array(z.enum(['agree', 'reject', 'acknowledge', 'complete', 'return', 'transfer'])),
        /** Actions that need a reason. */
        reasonFor: z.array(z.string()),
      }),
    ),
    canWithdraw: z.boolean(),
    /** What the decision did: '11月20日已重新判定：少下班卡 → 正常'. */
    outcome: z.nullable(z.string()),
    /** The next thing that waits for the caller, offered after this one. */
    next: z.nullable(z.object({ title: z.string(), link: caseLink() })),
  });

const taskRefusals = [
  'case.unknown',
  'case.closed',
  'task.dead-link',
  'task.already-decided',
  'task.moved',
  'task.not-your-turn',
  'action.not-offered',
  'reason.missing',
  'person.unknown',
  'person.gone',
  'urge.too-soon',
  'case.cannot-move',
  'command.id-taken',
  'month.locked',
  'conflict.busy',
] as const;

/** A case as the caller may see it. An unknown case and somebody else's are answered alike. */
export const viewCase = procedure({
  callers: 'bound',
  input: () => z.strictObject({ caseId: caseId(), taskId: z.nullable(taskId()), round: z.nullable(round()) }),
  output: caseView,
  refusals: ['case.unknown'],
});

/** One action on the caller's open task. */
export const actOnTask = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      commandId: clientId,
      caseId: caseId(),
      taskId: taskId(),
      round: round(),
      action: z.enum(['agree', 'reject', 'acknowledge', 'complete', 'return', 'transfer']),
      /** The reason, where one is needed; else a comment. */
      comment: text(500),
      /** For a transfer: who takes over. */
      toEmploymentId: z.nullable(z.string().check(z.maxLength(64))),
    }),
  output: () => z.object({ text: z.string(), view: caseView() }),
  refusals: taskRefusals,
});

/** What a participant may do beside deciding. */
export const moveCase = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      commandId: clientId,
      caseId: caseId(),
      move: z.enum(['urge', 'comment', 'withdraw']),
      nodeId: z.nullable(z.string().check(z.maxLength(64))),
      text: text(500),
    }),
  output: () => z.object({ text: z.string(), view: caseView() }),
  refusals: taskRefusals,
});
