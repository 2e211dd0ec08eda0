import type { Department } from '../../people/department';
import type { OvertimeRule } from '../../schedule/overtime-rule';
import type { Place } from '../../schedule/place';
import type { Rule } from '../../schedule/rule';
import type { CompanySettings } from '../../schedule/settings';
import type { DayKind } from '../../time/workday-calendar';
import type { Weekday } from '../../time/local-date';
import type { ApprovalKind } from '../approval';
import type { LeaveType } from '../leave-type';
import type { PunchKind, PunchSource } from '../punch';

/** '09:30', '次日06:00', '前日23:00', or minutes of the duty day. '24:00' is refused: write 次日00:00. */
export type ClockText = string | number;

/** '2026-03-09 09:00[:30]' on the wall clock of the file's zone, or with 'Z' or '+08:00' behind it. */
export type AtText = string;

export type ClockPair = readonly [from: ClockText, to: ClockText];

export interface FileSegment {
  readonly in: ClockText;
  readonly out: ClockText;
  readonly freeIn?: boolean;
  readonly freeOut?: boolean;
  readonly inWindow?: ClockPair;
  readonly outWindow?: ClockPair;
}

export interface FileShift {
  readonly id: string;
  readonly name?: string;
  readonly version?: number;
  readonly effectiveFrom?: string;
  readonly segments?: readonly FileSegment[];
  readonly rests?: readonly ClockPair[];
  readonly overtimeRuleId?: string | null;
  /** Flexible time instead of segments. */
  readonly requiredMinutes?: number;
  readonly earliestIn?: ClockText;
  readonly latestIn?: ClockText;
  readonly inWindow?: ClockPair;
  readonly outWindow?: ClockPair;
}

/** A rule as the domain has it; version, effectiveFrom, name, zone, mode and scope may be left out. */
export type FileRule = Pick<Rule, 'id' | 'timetable'> & Partial<Rule>;

export interface FilePerson {
  readonly id: string;
  readonly name?: string;
  readonly hiredOn?: string | null;
  readonly lastDayOn?: string | null;
  /** Short for one main assignment that always holds. */
  readonly departmentIds?: readonly string[];
  readonly postId?: string | null;
  readonly assignments?: readonly {
    readonly from?: string;
    readonly to?: string | null;
    readonly main?: boolean;
    readonly departmentIds?: readonly string[];
    readonly postId?: string | null;
  }[];
  readonly tags?: readonly string[];
}

export interface FilePunch {
  readonly id?: string;
  readonly person: string;
  readonly at: AtText;
  readonly kind?: PunchKind;
  readonly source?: PunchSource;
}

export interface FileRequest {
  readonly person: string;
  readonly kind: ApprovalKind;
  readonly type?: string;
  /** A date for whole days, a time for a stretch of time. */
  readonly from: string;
  readonly to: string;
  readonly fromAfternoon?: boolean;
  readonly untilNoon?: boolean;
  readonly state?: 'approved' | 'pending' | 'refused' | 'withdrawn';
}

/** Somebody looking at the button: what would it say? */
export interface FileAsk {
  readonly person: string;
  readonly at: AtText;
  /** Metres to each place the phone knows, by place id; without a position leave it out. */
  readonly distances?: Readonly<Record<string, number>>;
  readonly accuracyMeters?: number;
}

/** What `npm run -s judge` reads. docs/judge.schema.json is its shape, docs/judge.md its explanation. */
export interface JudgeFile {
  readonly title?: string;
  readonly zone?: string;
  readonly from: string;
  readonly to: string;
  /** Judge as things stood at this time: what may still come is pending. */
  readonly asOf?: AtText;
  readonly settings?: Partial<CompanySettings>;
  readonly calendar?: {
    readonly public?: 'china' | 'none';
    readonly knownUntil?: string;
    readonly weekend?: readonly Weekday[];
    readonly days?: readonly { readonly date: string; readonly kind: DayKind; readonly name?: string }[];
  };
  readonly departments?: readonly (Pick<Department, 'id'> & Partial<Department>)[];
  readonly people: readonly FilePerson[];
  readonly excluded?: readonly string[];
  readonly shifts?: readonly FileShift[];
  readonly overtimeRules?: readonly (Pick<OvertimeRule, 'id' | 'days'> & Partial<OvertimeRule>)[];
  readonly places?: readonly Place[];
  readonly rules: readonly FileRule[];
  readonly rosters?: readonly {
    readonly person: string;
    readonly date: string;
    readonly shift: string | null;
  }[];
  readonly choices?: readonly { readonly person: string; readonly date: string; readonly shift: string }[];
  readonly leaveTypes?: readonly LeaveType[];
  readonly requests?: readonly FileRequest[];
  readonly punches: readonly FilePunch[];
  readonly asks?: readonly FileAsk[];
  /** Rules and shifts that would replace those of the same id: judged by `--what-if`. */
  readonly draft?: { readonly rules?: readonly FileRule[]; readonly shifts?: readonly FileShift[] };
}
