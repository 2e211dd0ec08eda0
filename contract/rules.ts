import type { CorrectionLimits } from '@domain/attendance/correction-limits';
import type { OfferedLeave } from '@domain/attendance/request-types';
import type { OvertimeRule } from '@domain/schedule/overtime-rule';
import type { Place } from '@domain/schedule/place';
import type { Rule } from '@domain/schedule/rule';
import type { CompanySettings } from '@domain/schedule/settings';
import type { Shift } from '@domain/schedule/shift';
import type { Department } from '@domain/people/department';
import type { LocalDate } from '@domain/time/local-date';
import type { SpecialDay } from '@domain/time/workday-calendar';
import * as z from 'zod/mini';
import { procedure } from './procedure';
import {
  correctionsValue,
  leavesValue,
  overtimeValue,
  settingsValue,
  specialDaysValue,
} from './company-values';
import { placeValue, ruleValue, shiftValue } from './rule-values';
import { clientId, month } from './values';

/** HR for the whole company; HR of a branch only where branches keep their own rules. */
const KEEPERS = ['hr', 'branch-hr', 'admin'] as const;

const itemId = () => z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

export const itemKind = () =>
  z.enum(['rule', 'shift', 'place', 'overtime', 'settings', 'specialDays', 'leaves', 'corrections']);

/** One thing that HR can change, whole. Rules, shifts and overtime rules without a version: publishing gives them theirs. */
export const ruleItem = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rule'), id: itemId(), value: ruleValue() }),
    z.strictObject({ kind: z.literal('shift'), id: itemId(), value: shiftValue() }),
    z.strictObject({ kind: z.literal('place'), id: itemId(), value: placeValue() }),
    z.strictObject({ kind: z.literal('overtime'), id: itemId(), value: overtimeValue() }),
    z.strictObject({ kind: z.literal('settings'), id: z.literal('company'), value: settingsValue() }),
    z.strictObject({ kind: z.literal('specialDays'), id: z.literal('company'), value: specialDaysValue() }),
    z.strictObject({ kind: z.literal('leaves'), id: z.literal('company'), value: leavesValue() }),
    z.strictObject({ kind: z.literal('corrections'), id: z.literal('company'), value: correctionsValue() }),
  ]);

/** Which one, and at which revision of its draft it was last seen: 0 when nobody has changed it yet. */
const seenItem = () =>
  z.strictObject({
    kind: itemKind(),
    id: itemId(),
    seenRevision: z.int(),
  });

/** Somebody's edit that is not published yet. */
const pending = () =>
  z.object({
    kind: itemKind(),
    id: z.string(),
    revision: z.int(),
    isDraft: z.boolean(),
    /** Only a draft: nothing of it is published, and giving it up leaves nothing. */
    isNew: z.boolean(),
    /** In words: '刘静 11月22日 周日 09:30'. */
    changedText: z.string(),
    mine: z.boolean(),
  });

/** Judging again the days that a published change touches. */
export const rejudging = () =>
  z.object({
    jobId: z.string(),
    state: z.enum(['running', 'done']),
    donePeople: z.int(),
    totalPeople: z.int(),
    changedPeople: z.int(),
    changedDays: z.int(),
    /** People whose month is locked and who therefore stay as they are. */
    lockedNames: z.array(z.string()),
    lockedPeople: z.int(),
    /** First day that is judged again, in words; null when no day gone by is touched. */
    sinceText: z.nullable(z.string()),
  });

/** Everything an editor needs beside the rule itself. Values are the drafts where there are drafts. */
const ruleDesk = () =>
  z.object({
    companyName: z.string(),
    zone: z.string(),
    today: z.custom<LocalDate>(),
    month,
    rules: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        systemText: z.string(),
        scopeText: z.string(),
        branchName: z.nullable(z.string()),
        /** 'published', 'changed' (a draft over it) or 'new' (only a draft). */
        state: z.enum(['published', 'changed', 'new']),
        effectiveText: z.string(),
        stopped: z.boolean(),
        mayEdit: z.boolean(),
      }),
    ),
    shifts: z.array(z.custom<Shift>()),
    places: z.array(z.custom<Place>()),
    overtimeRules: z.array(z.custom<OvertimeRule>()),
    /** Who uses a shift, a place or an overtime rule, by `kind:id`: names of rules and shifts. Unused ones are left out. */
    users: z.record(
      z.string(),
      z.array(z.object({ kind: z.enum(['rule', 'shift']), id: z.string(), name: z.string() })),
    ),
    /** Parts that some rule ever named, and leaves that were ever offered, by `kind:id`: they can be stopped, not deleted. */
    onceUsed: z.array(z.string()),
    posts: z.array(z.object({ id: z.string(), name: z.string() })),
    leaveTypes: z.array(z.custom<OfferedLeave>()),
    correctionLimits: z.custom<CorrectionLimits>(),
    departments: z.array(z.custom<Department>()),
    branches: z.array(z.object({ id: z.string(), name: z.string() })),
    specialDays: z.array(z.custom<SpecialDay>()),
    /** Last day whose public holidays are known. */
    calendarKnownUntil: z.custom<LocalDate>(),
    settings: z.custom<Partial<CompanySettings>>(),
    /** From which day on drafted readings judge; today when none are drafted. */
    settingsFrom: z.custom<LocalDate>(),
    /** 分权: branches keep their own rules. */
    branchesKeepRules: z.boolean(),
    /** The caller's branch where he keeps only its rules; null: the whole company's. */
    ownBranchId: z.nullable(z.string()),
    mayEditCompany: z.boolean(),
    items: z.array(pending()),
    running: z.nullable(rejudging()),
  });

const KEEPING = ['rules.not-yours'] as const;

/** The list of rules with what they are made of, and what is changed but not published. */
export const openRuleDesk = procedure({
  callers: KEEPERS,
  input: () => z.strictObject({}),
  output: ruleDesk,
  refusals: [],
});

/** One rule as it is edited: its draft, or the version that is in force or will be. */
export const openRule = procedure({
  callers: KEEPERS,
  input: () => z.strictObject({ ruleId: itemId() }),
  output: () =>
    z.object({
      rule: z.custom<Rule>(),
      revision: z.int(),
      isDraft: z.boolean(),
      mayEdit: z.boolean(),
      /** Whom the scope names: id → name. */
      names: z.record(z.string(), z.string()),
      desk: ruleDesk(),
    }),
  refusals: ['rules.unknown'],
});

/**
 * Keeps one edit as a draft: nobody is judged by it until it is published. Objects that another rule names already are
 * refused with that rule (`ask`), moved here, or left where they are, all or row by row.
 */
export const saveRuleItem = procedure({
  callers: KEEPERS,
  input: () =>
    z.strictObject({
      commandId: clientId,
      seenRevision: z.int(),
      item: ruleItem(),
      conflicts: z.discriminatedUnion('answer', [
        z.strictObject({ answer: z.literal('ask') }),
        z.strictObject({ answer: z.literal('moveAll') }),
        z.strictObject({ answer: z.literal('leaveAll') }),
        /** Keys of the rows that move here; the others stay. */
        z.strictObject({ answer: z.literal('rows'), moved: z.array(z.string()).check(z.maxLength(500)) }),
      ]),
    }),
  output: () =>
    z.object({
      revision: z.int(),
      /** What has no effect under this system or mode: told, not refused. */
      told: z.array(z.object({ field: z.string(), text: z.string() })),
      /** Names of rules that lost objects to this one; they are drafts now too. */
      releasedFrom: z.array(z.string()),
    }),
  refusals: [...KEEPING, 'rules.invalid', 'rules.changed-meanwhile', 'rules.conflicts', 'conflict.busy'],
});

/** Gives an edit up: the published state shows again. What is only a draft is gone, unless something else uses it. */
export const dropRuleDraft = procedure({
  callers: KEEPERS,
  input: () => z.strictObject({ commandId: clientId, item: seenItem() }),
  output: () => z.object({ revision: z.int() }),
  refusals: [...KEEPING, 'rules.unknown', 'rules.invalid', 'rules.changed-meanwhile'],
});

const totals = () =>
  z.object({
    lateCount: z.int(),
    lateMinutes: z.int(),
    earlyCount: z.int(),
    earlyMinutes: z.int(),
    missingCount: z.int(),
    absentCount: z.int(),
    absentMinutes: z.int(),
    workedMinutes: z.int(),
    requiredMinutes: z.int(),
    overtimeMinutes: z.int(),
  });

/** What the drafts would have made of a month, a part of the people at a time. */
export const previewRules = procedure({
  callers: KEEPERS,
  input: () =>
    z.strictObject({
      /** null: this month, or last month while this one is young. */
      month: z.nullable(month),
      /** An edit that is not even saved. */
      item: z.nullable(ruleItem()),
      /** Where the part before ended; null: from the beginning. */
      after: z.nullable(z.string()),
    }),
  output: () =>
    z.object({
      month,
      monthText: z.string(),
      otherMonth: z.nullable(month),
      judgedPeople: z.int(),
      judgedDays: z.int(),
      changedPeople: z.int(),
      changedDays: z.int(),
      /** Of these people the days are told; the others are only counted. */
      people: z.array(
        z.object({
          employmentId: z.string(),
          name: z.string(),
          departmentName: z.string(),
          days: z.array(
            z.object({ date: z.string(), dateText: z.string(), before: z.string(), after: z.string() }),
          ),
        }),
      ),
      before: totals(),
      after: totals(),
      /** Where to go on; null: everybody has been looked at. */
      next: z.nullable(z.string()),
    }),
  refusals: [...KEEPING, 'rules.invalid'],
});

/** Puts the caller's drafts in force as one new organisation, and begins to judge again what they touch. */
export const publishRules = procedure({
  callers: KEEPERS,
  input: () => z.strictObject({ commandId: clientId }),
  output: rejudging,
  refusals: [...KEEPING, 'rules.nothing-to-publish', 'rules.invalid', 'conflict.busy'],
});

/** How far judging again has come; asking moves it on. */
export const rejudgingProgress = procedure({
  callers: KEEPERS,
  input: () => z.strictObject({ jobId: itemId() }),
  output: rejudging,
  refusals: ['rules.unknown'],
});
