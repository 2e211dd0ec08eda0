import type { LocalDate, Weekday } from '../time/local-date';
import type { CompanySettings } from './settings';
import type { AbsencePolicy } from './absence-policy';
import type { EarlyInEarlyOut, LateInLateOut, LateOutLateIn } from './flex';
import type { ScopeEntry } from './scope';
import type { Validity } from './validity';

/** 标准 / 灵活 / 单双周轮休 / 排班. */
export type System = 'standard' | 'flexible' | 'alternating' | 'roster';

/** 固定时间打卡 / 弹性时间打卡; every shift of the rule is of this kind. */
export type PunchMode = 'fixed' | 'flexible';

/** One row of 设置具体规则: these weekdays work this shift. */
export interface WeekdayShift {
  readonly weekdays: readonly Weekday[];
  readonly shiftId: string;
  /** 非工作日默认时段: used on a rest day that the calendar swaps into work. At most one in a rule. */
  readonly restDayDefault?: boolean;
}

/** Which shift a day has, by system. */
export type Timetable =
  | { readonly system: 'standard'; readonly shiftId: string; readonly workdays: readonly Weekday[] }
  | { readonly system: 'flexible'; readonly rows: readonly WeekdayShift[] }
  | {
      readonly system: 'alternating';
      /** A Monday; its week is 单周, the next 双周, for ever (docs/rules.md §19). */
      readonly anchorMonday: LocalDate;
      readonly odd: readonly WeekdayShift[];
      readonly even: readonly WeekdayShift[];
    }
  | {
      readonly system: 'roster';
      readonly shiftIds: readonly string[];
      /** 未排班时，员工可打卡. */
      readonly unscheduledMayPunch?: boolean;
      /** 未排班时，员工可自选班次. */
      readonly unscheduledMayChoose?: boolean;
      /** 负责人可为本部门排班. */
      readonly leadersMayPlan?: boolean;
    };

/** A day on which this rule's people work, or do not, whatever the calendar says (特殊日期). Not on rosters. */
export interface OwnDay {
  readonly date: LocalDate;
  readonly kind: 'workday' | 'restday';
  /** The shift of such a workday; null: the weekday's own, or the one for swapped days. */
  readonly shiftId: string | null;
  readonly name: string;
}

/** Whether 外勤打卡 wants a picture. */
export type OutsidePhoto = 'optional' | 'required' | 'camera';

/** Whose overtime rule counts: one for all, the shift's own, or none. */
export type OvertimeChoice =
  | { readonly by: 'rule'; readonly overtimeRuleId: string }
  | { readonly by: 'shift' }
  | { readonly by: 'none' };

/**
 * Immutable version of an attendance rule (考勤规则). Minutes everywhere; what is left out takes its default
 * (domain/schedule/settings.ts). A change is a new version with a later effectiveFrom.
 */
export interface Rule {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: LocalDate;
  readonly name: string;
  /** IANA name; the rule's zone judges, never the device's. */
  readonly zone: string;
  readonly mode: PunchMode;
  readonly timetable: Timetable;
  readonly scope: readonly ScopeEntry[];
  readonly validity?: Validity | null;
  readonly ownDays?: readonly OwnDay[];
  /** 签退设置 (docs/rules.md §12). */
  readonly checkoutSetting?: boolean;
  readonly allowedLateMinutes?: number;
  readonly allowedEarlyMinutes?: number;
  readonly earlyInEarlyOut?: EarlyInEarlyOut | null;
  readonly lateInLateOut?: LateInLateOut | null;
  readonly lateOutLateIn?: LateOutLateIn | null;
  readonly absence?: AbsencePolicy | null;
  readonly overtime?: OvertimeChoice;
  readonly placeIds?: readonly string[];
  /** 外勤打卡 allowed outside every place. */
  readonly outsidePunch?: boolean;
  /** A punch outside waits for the leader's yes; else it counts at once. */
  readonly outsideApproval?: boolean;
  /** The picture that comes with it: `camera` has to be taken at that moment. Default: optional. */
  readonly outsidePhoto?: OutsidePhoto;
  /** 所属机构, when branches keep their own rules. */
  readonly branchId?: string | null;
  /** Readings this rule takes differently from the company. */
  readonly settings?: Partial<CompanySettings>;
  /** 停用: from effectiveFrom on it names nobody. */
  readonly stopped?: boolean;
}
