import * as z from 'zod/mini';
import { procedure } from './procedure';

const person = () => z.object({ employmentId: z.string(), name: z.string() });
const employmentId = () => z.string().check(z.minLength(1), z.maxLength(64));

const dutiesView = () =>
  z.object({
    employmentId: z.string(),
    name: z.string(),
    departmentName: z.string(),
    /** '12月22日 周二' */
    lastDayText: z.string(),
    /** When the open tasks move by themselves; null: they did. */
    tasksMoveText: z.nullable(z.string()),
    openTasks: z.number(),
    state: z.enum(['open', 'nothing', 'confirmed', 'void']),
    /** '刘静 3月20日 周五 10:00 已确认'; null before. */
    confirmedText: z.nullable(z.string()),
    /** What is held, and who would have it. */
    lines: z.array(
      z.object({
        /** '客户服务部 负责人', '人事 · 上海' */
        title: z.string(),
        to: z.nullable(person()),
        /** Where nobody takes over: '由其他人继续担任', '没有人接手'. */
        note: z.nullable(z.string()),
        vacant: z.boolean(),
      }),
    ),
    /** Confirmed under another organisation than this, the plan would be another. */
    orgRevision: z.number(),
  });

const callers = ['hr', 'branch-hr', 'admin'] as const;

/** What somebody who leaves holds beside tasks, and who would take it over; with a successor of HR's choice, or by rule. */
export const viewDuties = procedure({
  callers,
  input: () => z.strictObject({ employmentId: employmentId(), successorId: z.nullable(employmentId()) }),
  output: dutiesView,
  refusals: ['person.unknown', 'duties.unknown', 'duties.own', 'duties.successor'],
});

/** One confirmation: a new organisation is published, roles go over, and the open tasks with them. */
export const confirmDuties = procedure({
  callers,
  input: () =>
    z.strictObject({
      employmentId: employmentId(),
      successorId: z.nullable(employmentId()),
      orgRevision: z.int(),
    }),
  output: () => z.object({ text: z.string(), view: dutiesView() }),
  refusals: [
    'person.unknown',
    'duties.unknown',
    'duties.own',
    'duties.successor',
    'duties.changed',
    'duties.needs-group-hr',
    'conflict.busy',
  ],
});
