/** The grain of a leave type: it is asked for and booked in whole units. */
export type LeaveUnit = 'day' | 'halfDay' | 'hour' | 'minute';

/** A kind of leave, outing or trip that can be asked for (docs/rules.md §16). */
export interface LeaveType {
  readonly id: string;
  readonly name: string;
  readonly unit: LeaveUnit;
  /** At least so many units at a time. */
  readonly minimumUnits: number;
  /** Whether days off inside it count. */
  readonly days: 'natural' | 'working';
  readonly hasBalance: boolean;
}
