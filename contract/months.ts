import * as z from 'zod/mini';
import { procedure } from './procedure';
import { clientId, month } from './values';

/** HR for the whole company or any branch; HR of a branch for the own one. */
const CLOSERS = ['hr', 'branch-hr'] as const;

/** null: the whole company. */
const branchId = () => z.nullable(z.string().check(z.maxLength(64)));

/** The last person that was shown; null for the first page. */
const after = () => z.nullable(z.string().check(z.maxLength(64)));

/** A run that locks a month or opens it again, and how far it has come. */
export const monthClosing = () =>
  z.object({
    closingId: z.string(),
    month,
    kind: z.enum(['lock', 'reopen']),
    branchId: branchId(),
    /** '全公司', '上海' */
    scopeText: z.string(),
    byName: z.string(),
    /** '4月2日 周四 09:10' */
    atText: z.string(),
    /** Why it was opened again; null for a lock. */
    reason: z.nullable(z.string()),
    state: z.enum(['running', 'done']),
    donePeople: z.int(),
    totalPeople: z.int(),
    /** People whose month this run locked or opened; the others stood that way. */
    movedPeople: z.int(),
    /** Days that read otherwise than at the lock before. */
    changedDays: z.int(),
  });

/** 月度结账: what was done to a month's locks, and whose it may be closed for. */
export const monthDesk = procedure({
  callers: CLOSERS,
  input: () => z.strictObject({ month: z.nullable(month) }),
  output: () =>
    z.object({
      month,
      title: z.string(),
      /** '4月2日 周四' as long as it is too early; null once it may be locked. */
      lockableFromText: z.nullable(z.string()),
      scopes: z.array(z.object({ branchId: branchId(), name: z.string() })),
      /** Newest first. */
      log: z.array(monthClosing()),
      previousMonth: month,
      nextMonth: z.nullable(month),
    }),
  refusals: [],
});

/** What is still open in a month, a page of people at a time: the phone adds the pages up. */
export const monthOpenItems = procedure({
  callers: CLOSERS,
  input: () => z.strictObject({ month, branchId: branchId(), after: after() }),
  output: () =>
    z.object({
      /** On this page: who were employed in that month, and whose month is locked. */
      people: z.int(),
      lockedPeople: z.int(),
      /** Days that nobody has judged for good yet; locking judges them. */
      unjudgedDays: z.int(),
      /** People with cards that are missing. */
      missing: z.array(
        z.object({
          employmentId: z.string(),
          name: z.string(),
          departmentName: z.string(),
          cards: z.int(),
        }),
      ),
      /** Corrections and requests about days of this month that nobody has decided. */
      pending: z.array(
        z.object({
          caseId: z.string(),
          employmentId: z.string(),
          name: z.string(),
          /** '补卡 3月9日 周一', '请假 3月10日 周二' */
          what: z.string(),
        }),
      ),
      next: after(),
    }),
  refusals: ['month.not-yours'],
});

/** Locks a month: every day is judged, written and signed. Locked months stay so; the same command again is the same run. */
export const closeMonth = procedure({
  callers: CLOSERS,
  input: () => z.strictObject({ commandId: clientId, month, branchId: branchId() }),
  output: () => monthClosing(),
  refusals: ['month.not-yours', 'month.not-over', 'month.being-closed', 'conflict.busy'],
});

/** Opens a locked month again, for a reason that stays in the log. */
export const reopenMonth = procedure({
  callers: CLOSERS,
  input: () =>
    z.strictObject({
      commandId: clientId,
      month,
      branchId: branchId(),
      reason: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
    }),
  output: () => monthClosing(),
  refusals: ['month.not-yours', 'month.not-over', 'month.being-closed', 'conflict.busy'],
});

/** How far a run has come; asking moves it on. */
export const monthProgress = procedure({
  callers: CLOSERS,
  input: () => z.strictObject({ closingId: z.string().check(z.maxLength(64)) }),
  output: () => monthClosing(),
  refusals: ['month.not-yours'],
});

/** Whose days read otherwise than they were signed, before and after, a page of people at a time. */
export const monthChanges = procedure({
  callers: CLOSERS,
  input: () => z.strictObject({ month, branchId: branchId(), after: after() }),
  output: () =>
    z.object({
      people: z.array(
        z.object({
          employmentId: z.string(),
          name: z.string(),
          departmentName: z.string(),
          days: z.array(z.object({ dateText: z.string(), before: z.string(), after: z.string() })),
        }),
      ),
      next: after(),
    }),
  refusals: ['month.not-yours'],
});
