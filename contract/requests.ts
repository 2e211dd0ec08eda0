import * as z from 'zod/mini';
import { caseId } from './cases';
import { caseView } from './case-view';
import { procedure } from './procedure';
import { clientId, localDate, tone } from './values';

const kind = () => z.enum(['leave', 'outing', 'trip', 'overtime']);
const typeId = () => z.string().check(z.maxLength(40));
const minute = () => z.int().check(z.minimum(0), z.maximum(1440));
const text = (least: number, most: number) =>
  z.string().check(z.trim(), z.minLength(least), z.maxLength(most));

/** On the wall clock of the person's own rule: whole and half days, or a stretch of hours. */
const span = () =>
  z.union([
    z.strictObject({
      mode: z.literal('days'),
      from: localDate,
      to: localDate,
      /** Begins with the second half of the first day. */
      fromAfternoon: z.boolean(),
      /** Ends with the first half of the last day. */
      untilNoon: z.boolean(),
    }),
    z.strictObject({
      mode: z.literal('time'),
      from: localDate,
      to: localDate,
      /** Minutes from the midnight of `from`, and of `to`. */
      fromMinute: minute(),
      toMinute: minute(),
    }),
  ]);

/** What a request may meet before it is one. */
const requestRefusals = [
  'request.not-offered',
  'request.dates-invalid',
  'request.too-far-back',
  'request.too-far-ahead',
  'request.nothing-covered',
  'request.overlaps',
  'request.not-employed',
  'leave.balance-short',
  'month.locked',
] as const;

const refusal = () => z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) });

const balance = () =>
  z.object({
    /** '3.5 天' */
    freeText: z.string(),
    /** '共 5 天，已用 1 天，审批中 0.5 天' */
    detailText: z.string(),
  });

const leave = () =>
  z.object({
    id: z.string(),
    name: z.string(),
    paid: z.boolean(),
    /** Whether it is asked for in hours; else in days, `halves` if half ones. */
    hours: z.boolean(),
    halves: z.boolean(),
    /** null: nothing is counted down. */
    balance: z.nullable(balance()),
  });

const line = () =>
  z.object({
    caseId: z.string(),
    kind: kind(),
    /** '年假 1.5 天' */
    title: z.string(),
    whenText: z.string(),
    status: z.object({ tone, text: z.string() }),
    /** It was granted: it can be taken back by a request of its own. */
    canRevoke: z.boolean(),
  });

/** 申请: what can be asked for, what is left, what is under way. */
export const requestHome = procedure({
  callers: 'bound',
  input: () => z.strictObject({}),
  output: () =>
    z.object({
      today: localDate,
      leaves: z.array(leave()),
      /** Waiting for a decision, or granted and not over for long; what comes first stands first. */
      requests: z.array(line()),
      approverName: z.nullable(z.string()),
    }),
  refusals: [],
});

/** What a request would be, before it is sent: nothing is stored. A "no" comes along as a value, with what is known. */
export const draftRequest = procedure({
  callers: 'bound',
  input: () => z.strictObject({ kind: kind(), typeId: typeId(), span: span() }),
  output: () =>
    z.object({
      /** '请假 1.5 天'; '' when it cannot be measured. */
      durationText: z.string(),
      /** '3月13日 周五 下午，3月16日 周一 全天' */
      daysText: z.string(),
      /** '年假还剩 3.5 天，申请后剩 2 天'; null where nothing is counted down. */
      balanceText: z.nullable(z.string()),
      /** What else to know before the tap: that no overtime rule holds, that days off are left out. */
      hints: z.array(z.string()),
      refusal: z.nullable(refusal()),
    }),
  refusals: [],
});

/** Starts a request; its balance is frozen with it. The phone's command id names the case, so a repeat starts none. */
export const applyForRequest = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      commandId: clientId,
      kind: kind(),
      typeId: typeId(),
      span: span(),
      /** Where to, for outing and trip; '' otherwise. */
      place: text(0, 60),
      reason: text(2, 200),
    }),
  output: () => z.object({ text: z.string(), view: caseView() }),
  refusals: [...requestRefusals, 'case.cannot-move', 'command.id-taken', 'conflict.busy'],
});

/** Asks to take back a request that was granted; its days are judged anew and its balance returns once that is granted. */
export const revokeRequest = procedure({
  callers: 'bound',
  input: () => z.strictObject({ commandId: clientId, caseId: caseId(), reason: text(2, 200) }),
  output: () => z.object({ text: z.string(), view: caseView() }),
  refusals: [
    'case.unknown',
    'request.not-granted',
    'request.already-revoking',
    'month.locked',
    'case.cannot-move',
    'command.id-taken',
    'conflict.busy',
  ],
});

const person = () => z.string().check(z.minLength(1), z.maxLength(64));

const balances = () =>
  z.object({
    employmentId: z.string(),
    name: z.string(),
    leaves: z.array(z.object({ id: z.string(), name: z.string(), ...balance().shape })),
    /** Newest first: '2026年1月4日 刘静 · 年假 +5 天 · 2026 年度'. */
    grants: z.array(z.string()),
  });

/** What somebody has left, and why. HR of the branch, or of the company. */
export const viewBalances = procedure({
  callers: ['hr', 'branch-hr'],
  input: () => z.strictObject({ employmentId: person() }),
  output: balances,
  refusals: ['person.unknown'],
});

/** Gives somebody leave, or, negative, takes some that is still free. */
export const grantLeave = procedure({
  callers: ['hr', 'branch-hr'],
  input: () =>
    z.strictObject({
      commandId: clientId,
      employmentId: person(),
      typeId: typeId(),
      /** In days, or in hours for a type that is asked for in hours; halves of a day are 0.5. */
      amount: z.number().check(z.minimum(-400), z.maximum(400)),
      note: text(2, 100),
    }),
  output: balances,
  refusals: [
    'person.unknown',
    'request.not-offered',
    'leave.amount-invalid',
    'leave.balance-short',
    'conflict.busy',
  ],
});
