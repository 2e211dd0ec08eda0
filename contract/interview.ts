import * as z from 'zod/mini';
import { INTERVIEW_REASONS } from '@domain/offboarding/exit-interview';
import { caseId, caseRefusals, round, taskId } from './cases';
import { procedure } from './procedure';
import { clientId } from './values';

const reasons = () => z.array(z.enum(INTERVIEW_REASONS)).check(z.maxLength(INTERVIEW_REASONS.length));

export const interviewView = () =>
  z.object({
    caseId: z.string(),
    employeeName: z.string(),
    isMine: z.boolean(),
    /** The caller's open task to answer, or to leave it. */
    task: z.nullable(z.object({ taskId: z.string(), round: z.number() })),
    /** null: nothing was said, now or ever. */
    answers: z.nullable(z.object({ reasons: reasons(), words: z.string(), whenText: z.string() })),
  });

/** What a leaver told HR: for themselves and HR. To anybody else there is no such case. */
export const viewInterview = procedure({
  callers: 'bound',
  input: () => z.strictObject({ caseId: caseId() }),
  output: interviewView,
  refusals: ['case.unknown'],
});

/** Nobody has to say anything: neither reasons nor words means that the leaver would rather not, and stores nothing. */
export const answerInterview = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      commandId: clientId,
      caseId: caseId(),
      taskId: taskId(),
      round: round(),
      reasons: reasons(),
      words: z.string().check(z.trim(), z.maxLength(1000)),
    }),
  output: interviewView,
  refusals: caseRefusals,
});

const group = () =>
  z.object({
    /** null: small departments together. */
    group: z.nullable(z.string()),
    people: z.number(),
    reasons: z.array(z.object({ reason: z.enum(INTERVIEW_REASONS), people: z.number() })),
  });

/** Reasons of a year by department, months that are over only. Departments with fewer than five answers are not shown. */
export const summariseInterviews = procedure({
  callers: ['hr', 'branch-hr'],
  input: () => z.strictObject({ year: z.int().check(z.minimum(2020), z.maximum(2099)) }),
  output: () =>
    z.object({
      groups: z.array(group()),
      all: z.nullable(group()),
      someHidden: z.boolean(),
      /** '2026年1月至3月'; null while no month of that year is over. */
      periodText: z.nullable(z.string()),
    }),
  refusals: [],
});
