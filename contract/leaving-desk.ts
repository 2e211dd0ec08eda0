import * as z from 'zod/mini';
import { caseId, caseRefusals } from './cases';
import { procedure } from './procedure';
import { clientId, localDate } from './values';

const line = () =>
  z.object({
    caseId: z.string(),
    name: z.string(),
    departmentName: z.string(),
    branchName: z.string(),
    flowTitle: z.string(),
    /** '12月22日 周二'; null while none is known. */
    lastDayText: z.nullable(z.string()),
    closed: z.boolean(),
    /** '已完成'; '' while it runs. */
    resultText: z.string(),
    overdue: z.boolean(),
    /** What it waits for now, the most overdue first. */
    waits: z.array(
      z.object({
        title: z.string(),
        /** '王芳、李明'; '正在找处理人' where nobody was found. */
        who: z.string(),
        /** '11月22日 周日 09:30' */
        sinceText: z.string(),
        /** '2 天 3 小时' */
        waitingText: z.string(),
        /** '11月24日 周二 18:00 前', '已超时 2 小时'; null where nothing is due. */
        dueText: z.nullable(z.string()),
        overdue: z.boolean(),
      }),
    ),
  });

/** A leaver by name or by ID number: where the case is, who has it, since when. Overdue first. */
export const searchLeavings = procedure({
  callers: ['hr', 'branch-hr'],
  input: () => z.strictObject({ query: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)) }),
  output: () => z.object({ lines: z.array(line()), more: z.boolean() }),
  refusals: [],
});

/** Everybody who is leaving, in numbers, and those who wait longest. HR of a branch sees its own. */
export const overviewLeavings = procedure({
  callers: ['hr', 'branch-hr'],
  input: () => z.strictObject({}),
  output: () =>
    z.object({
      running: z.number(),
      /** HR of the whole company: starts the employer's path, freezes accounts. */
      canAct: z.boolean(),
      overdue: z.number(),
      /** Last days from today to six days from now. */
      lastDaySoon: z.number(),
      byFlow: z.array(z.object({ title: z.string(), count: z.number() })),
      lines: z.array(line()),
      more: z.boolean(),
    }),
  refusals: [],
});

/** 单位提出: HR reports somebody who cannot be reached. It ends as soon as the person answers. */
export const startEmployersPath = procedure({
  callers: ['hr'],
  input: () =>
    z.strictObject({
      /** Names the case too, beside the person. */
      commandId: clientId,
      employmentId: z.string().check(z.minLength(1), z.maxLength(64)),
      lastSeen: localDate,
      /** When and how they were tried to be reached. */
      attempts: z.string().check(z.trim(), z.minLength(5), z.maxLength(1000)),
      /** The day on which the contract would end; not before all steps of the law can be done. */
      plannedEnd: localDate,
    }),
  output: () => z.object({ caseId: z.string(), text: z.string() }),
  refusals: [
    'person.unknown',
    'person.gone',
    'person.is-oneself',
    'leaving.already-open',
    'leaving.date-invalid',
    'employer.last-seen-in-future',
    'employer.end-too-early',
    'case.cannot-move',
    'command.id-taken',
    'conflict.busy',
  ],
});

/** The steps that the law asks for, with the first day on which each can be done, if the path begins today. */
export const employersPath = procedure({
  callers: ['hr'],
  input: () => z.strictObject({}),
  output: () =>
    z.object({
      steps: z.array(z.object({ title: z.string(), text: z.string(), dayText: z.string() })),
      today: localDate,
      earliestEnd: localDate,
    }),
  refusals: [],
});

/** Accounts frozen before the access ends: a decision with its reason, and it is logged. */
export const freezeNow = procedure({
  callers: ['hr'],
  input: () =>
    z.strictObject({
      commandId: clientId,
      caseId: caseId(),
      reason: z.string().check(z.trim(), z.minLength(5), z.maxLength(500)),
    }),
  output: () => z.object({ text: z.string() }),
  refusals: caseRefusals,
});
