import * as z from 'zod/mini';
import { caseView } from './case-view';
import { procedure } from './procedure';
import { cardKind, clientId, localDate } from './values';

/** What the form needs to know about a day: which cards may be corrected, and what is left of the month's corrections. */
export const correctionForm = procedure({
  callers: 'bound',
  input: () => z.strictObject({ date: localDate }),
  output: () =>
    z.object({
      date: localDate,
      dateText: z.string(),
      planText: z.string(),
      cards: z.array(
        z.object({
          kind: cardKind,
          segment: z.number(),
          title: z.string(),
          expected: z.nullable(z.string()),
          actual: z.nullable(z.string()),
          note: z.string(),
          tone: z.string(),
          /** What the form proposes: the nominal edge, in minutes from the day's midnight. */
          proposedMinute: z.number(),
        }),
      ),
      /** null: no limit. */
      left: z.nullable(z.number()),
      /** '最晚 12月3日 前提出'; null without a deadline. */
      deadlineText: z.nullable(z.string()),
      /** Who decides. */
      approverName: z.nullable(z.string()),
      /** A request for this day that is still open. */
      openCaseId: z.nullable(z.string()),
      /** Where the phone may put pictures: nobody else can read or write there. */
      uploadFolder: z.string(),
      refusal: z.nullable(z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) })),
    }),
  refusals: ['correction.no-such-day'],
});

/** 补卡申诉: the leader decides; the day is judged anew when it is granted. */
export const applyForCorrection = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      /** Names the case too, beside the person. */
      commandId: clientId,
      date: localDate,
      card: cardKind,
      segment: z.int().check(z.minimum(0), z.maximum(3)),
      /** Minutes from the duty date's midnight, past 1440 on the next day. */
      minute: z.int().check(z.minimum(0), z.maximum(2879)),
      reason: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
      /** File ids of pictures that this person has just uploaded; at most three. */
      photoIds: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(3)),
    }),
  output: () => z.object({ text: z.string(), view: caseView() }),
  refusals: [
    'correction.no-such-day',
    'correction.kind-not-allowed',
    'correction.future-day',
    'correction.limit-reached',
    'correction.too-many-days-back',
    'correction.month-closed',
    'correction.already-asked',
    'month.locked',
    'case.cannot-move',
    'file.unknown',
    'file.not-a-picture',
    'file.too-large',
    'command.id-taken',
    'conflict.busy',
  ],
});
