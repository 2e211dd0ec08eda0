import * as z from 'zod/mini';
import { procedure } from './procedure';
import { clientId } from './values';

const templateId = () => z.string().check(z.minLength(1), z.maxLength(64));

/** A template that the person can accept messages of, and how many are left. */
const reminder = () => z.object({ templateId: z.string(), title: z.string(), left: z.number() });

/** What the person answered when WeChat asked for subscription messages: the ledger adds one for each accept. */
export const recordAnswers = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      answerId: clientId,
      answers: z
        .array(
          z.strictObject({
            templateId: templateId(),
            answer: z.enum(['accept', 'reject', 'ban', 'filter']),
          }),
        )
        .check(z.minLength(1), z.maxLength(3)),
    }),
  output: () => z.object({ reminders: z.array(reminder()) }),
  refusals: ['conflict.busy'],
});

const channels = () =>
  z.object({
    reminders: z.array(reminder()),
    /** 用工消息: what to bind for, and whether the person is; null: this company has no such channel. */
    employee: z.nullable(z.object({ templateIds: z.array(z.string()), bound: z.boolean() })),
  });

/** How the caller can be told of tasks, and what is left of it. */
export const myChannels = procedure({
  callers: 'bound',
  input: () => z.strictObject({}),
  output: channels,
  refusals: [],
});

/**
 * What WeChat answered when the person was asked to be bound as staff. It is believed for sending only: WeChat itself
 * refuses whoever is not bound.
 */
export const recordBinding = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({ bound: z.boolean(), templateIds: z.array(templateId()).check(z.maxLength(6)) }),
  output: channels,
  refusals: [],
});
