import * as z from 'zod/mini';
import { LINE_KINDS } from '@domain/offboarding/settlement-lines';
import { caseId, caseRefusals, round, taskId } from './cases';
import { procedure } from './procedure';
import { clientId, localDate } from './values';

const digest = () => z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Damages, deposits and the like are no kinds: the last wages have no room for them. */
const line = () =>
  z.strictObject({
    kind: z.enum(LINE_KINDS),
    /** How it was computed, in words. */
    note: z.string().check(z.trim(), z.maxLength(1000)),
    /** Whole 分, never negative. What is wrong with an amount is said with its line, so the schema lets it pass. */
    fen: z.number(),
  });

const version = () =>
  z.object({
    number: z.number(),
    digest: z.string(),
    lines: z.array(z.object({ kind: z.enum(LINE_KINDS), note: z.string(), fen: z.number() })),
    proposedByName: z.string(),
    proposedText: z.string(),
    answer: z.nullable(
      z.object({
        is: z.enum(['confirmed', 'objected']),
        byName: z.string(),
        whenText: z.string(),
        /** Empty where the employee confirmed. */
        reason: z.string(),
      }),
    ),
  });

export const settlementView = () =>
  z.object({
    caseId: z.string(),
    employeeName: z.string(),
    /** Wages are due on this day; null while no last day is known. */
    contractEnd: z.nullable(localDate),
    /** Compensation waits for it; null while the handover is open. */
    handedOverOn: z.nullable(localDate),
    /** Oldest first. */
    versions: z.array(version()),
    /** The caller's open task to propose lines. */
    propose: z.nullable(z.object({ taskId: z.string(), round: z.number() })),
    /** The caller's open task to answer the newest version. */
    answer: z.nullable(z.object({ taskId: z.string(), round: z.number() })),
    /** '财务已登记付清，11月21日 周六 10:00', '等待 何财' … */
    wagesText: z.string(),
  });

/** The employee, finance and HR see it; a leader does not. Anybody else hears that there is no such case. */
export const viewSettlement = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () => z.strictObject({ caseId: caseId() }),
  output: settlementView,
  refusals: ['case.unknown'],
});

/** Finance's lines, as the next version for the employee. */
export const proposeSettlement = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      commandId: clientId,
      caseId: caseId(),
      taskId: taskId(),
      round: round(),
      lines: z.array(line()).check(z.maxLength(200)),
    }),
  output: settlementView,
  refusals: [
    ...caseRefusals,
    'settlement.empty',
    'settlement.too-many-lines',
    'settlement.line-invalid',
    'settlement.deductions-exceed-wages',
  ],
});

/** The employee's word on exactly what they saw. The wages are paid beside it, whatever it is. */
export const answerSettlement = procedure({
  callers: 'bound',
  afterLeaving: true,
  input: () =>
    z.strictObject({
      commandId: clientId,
      caseId: caseId(),
      taskId: taskId(),
      round: round(),
      /** Of the version that was shown. */
      seen: digest(),
      answer: z.enum(['confirm', 'object']),
      reason: z.string().check(z.trim(), z.maxLength(500)),
    }),
  output: settlementView,
  refusals: [...caseRefusals, 'settlement.empty', 'settlement.changed', 'settlement.answered'],
});
