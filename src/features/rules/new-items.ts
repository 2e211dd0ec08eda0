import type { RuleDesk } from '@contract/contract';
import type { OvertimeValue } from '@contract/company-values';
import type { PlaceValue, RuleValue, ShiftValue } from '@contract/rule-values';

/** A rule as it begins: office weeks, nobody in it yet. */
export const firstRule = (desk: RuleDesk): RuleValue => ({
  effectiveFrom: desk.today,
  name: '',
  zone: desk.zone,
  mode: 'fixed',
  timetable: {
    system: 'standard',
    shiftId: desk.shifts.find(({ kind, stopped }) => kind === 'fixed' && stopped !== true)?.id ?? '',
    workdays: [1, 2, 3, 4, 5],
  },
  scope: [],
  branchId: desk.ownBranchId,
});

export const firstShift = ({ today }: RuleDesk): ShiftValue => ({
  kind: 'fixed',
  effectiveFrom: today,
  name: '',
  segments: [{ in: 540, out: 1080 }],
  rests: [{ from: 720, to: 780 }],
});

/** Somewhere, until the phone or the map says where. */
export const firstPlace = (desk: RuleDesk): PlaceValue => ({
  name: '',
  latitude: desk.places[0]?.latitude ?? 39.9087,
  longitude: desk.places[0]?.longitude ?? 116.3975,
  radiusMeters: 300,
});

/** 加班 as the law pays it: what was approved and worked, on all three kinds of days. */
export const firstOvertime = ({ today }: RuleDesk): OvertimeValue => ({
  effectiveFrom: today,
  name: '',
  days: {
    workday: { recognise: 'approvedWithinPunches', settle: 'pay', multiple: 1.5 },
    restday: { recognise: 'approvedWithinPunches', settle: 'compLeave', multiple: 2 },
    holiday: { recognise: 'approvedWithinPunches', settle: 'pay', multiple: 3 },
  },
});

/** An edit of something in force begins today, never on the day on which that once began: the past is not touched unasked. */
export const fromToday = <Value extends RuleValue | ShiftValue | OvertimeValue>(
  value: Value,
  { today }: RuleDesk,
): Value => (value.effectiveFrom < today ? { ...value, effectiveFrom: today } : value);
