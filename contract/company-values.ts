import type { CorrectionLimits } from '@domain/attendance/correction-limits';
import type { OfferedLeave } from '@domain/attendance/request-types';
import type { OvertimeRule } from '@domain/schedule/overtime-rule';
import type { CompanySettings } from '@domain/schedule/settings';
import type { LocalDate } from '@domain/time/local-date';
import type { SpecialDay } from '@domain/time/workday-calendar';
import * as z from 'zod/mini';
import {
  companySettings,
  flag,
  listOf,
  name,
  number,
  realDate,
  reference,
  schemaOf,
  type SchemaOf,
  window,
} from './rule-values';

/** The shapes of what HR edits beside rules, shifts and places; checked further by the domain (see rule-values.ts). */

/** The company's readings and the 分权 switch. */
export interface SettingsValue {
  /** From which day on the readings judge. */
  readonly effectiveFrom: LocalDate;
  readonly branchesKeepRules: boolean;
  readonly settings: Partial<CompanySettings>;
}

/** The company's own special days, all of them. */
export interface SpecialDaysValue {
  readonly days: readonly SpecialDay[];
  /** Last day whose public holidays are among them; left out: what the product knows by itself. */
  readonly knownUntil?: LocalDate | undefined;
}

export type OvertimeValue = Omit<OvertimeRule, 'id' | 'version' | 'effectiveFrom'> & {
  readonly effectiveFrom: LocalDate;
};

/** All leaves that can be asked for, stopped ones too. */
export interface LeavesValue {
  readonly types: readonly OfferedLeave[];
}

export type CorrectionsValue = CorrectionLimits;

export const settingsValue = (): SchemaOf<SettingsValue> =>
  schemaOf(
    z.strictObject({
      effectiveFrom: realDate(),
      branchesKeepRules: z.boolean(),
      settings: companySettings(),
    }),
  );

export const specialDaysValue = (): SchemaOf<SpecialDaysValue> =>
  schemaOf(
    z.strictObject({
      days: listOf(
        z.strictObject({
          date: realDate(),
          kind: z.enum(['workday', 'restday', 'holiday']),
          name: name(),
        }),
        400,
      ),
      knownUntil: z.optional(realDate()),
    }),
  );

const overtimeDay = () =>
  z.optional(
    z.strictObject({
      recognise: z.enum(['approval', 'punches', 'approvedWithinPunches', 'punchesUpToApproved']),
      startAfterMinutes: z.optional(number()),
      minimumMinutes: z.optional(number()),
      stepMinutes: z.optional(number()),
      dailyMaximumMinutes: z.optional(z.nullable(number())),
      restWindows: z.optional(listOf(window(), 10)),
      restByLength: z.optional(
        z.nullable(z.strictObject({ overMinutes: number(), deductMinutes: number() })),
      ),
      settle: z.enum(['compLeave', 'pay', 'choice']),
      multiple: number(),
    }),
  );

export const overtimeValue = (): SchemaOf<OvertimeValue> =>
  schemaOf(
    z.strictObject({
      effectiveFrom: realDate(),
      name: name(),
      days: z.strictObject({ workday: overtimeDay(), restday: overtimeDay(), holiday: overtimeDay() }),
      earlyArrival: flag(),
      stopped: flag(),
    }),
  );

export const leavesValue = (): SchemaOf<LeavesValue> =>
  schemaOf(
    z.strictObject({
      types: listOf(
        z.strictObject({
          id: reference(),
          name: name(),
          unit: z.enum(['day', 'halfDay', 'hour', 'minute']),
          minimumUnits: number(),
          days: z.enum(['natural', 'working']),
          hasBalance: z.boolean(),
          paid: z.boolean(),
          mayOverdraw: flag(),
          stopped: flag(),
        }),
        60,
      ),
    }),
  );

export const correctionsValue = (): SchemaOf<CorrectionsValue> =>
  schemaOf(
    z.strictObject({
      perMonth: z.nullable(number()),
      daysBack: z.nullable(number()),
      deadlineDay: z.nullable(number()),
      kinds: listOf(z.enum(['missing-in', 'missing-out', 'late', 'early', 'absent']), 5),
    }),
  );
