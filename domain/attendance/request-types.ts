import type { ApprovalKind } from './approval';
import type { LeaveType, LeaveUnit } from './leave-type';

/** A kind of leave as a company offers it. */
export interface OfferedLeave extends LeaveType {
  readonly paid: boolean;
  /** More may be taken than was granted; without it a balance is never negative. */
  readonly mayOverdraw?: boolean;
  /** 停用: nobody can ask for it any more; what was granted stays. */
  readonly stopped?: boolean;
}

/** What a company starts with until it says otherwise. Amounts are granted person by person. */
export const USUAL_LEAVES: readonly OfferedLeave[] = [
  leave('annual', '年假', 'halfDay', 'working', { paid: true, hasBalance: true }),
  leave('personal', '事假', 'hour', 'working', { paid: false }),
  leave('sick', '病假', 'halfDay', 'working', { paid: true }),
  leave('comp', '调休', 'hour', 'working', { paid: true, hasBalance: true }),
  leave('marriage', '婚假', 'day', 'natural', { paid: true }),
  leave('maternity', '产假', 'day', 'natural', { paid: true }),
  leave('paternity', '陪产假', 'day', 'natural', { paid: true }),
  leave('bereavement', '丧假', 'day', 'working', { paid: true }),
];

function leave(
  id: string,
  name: string,
  unit: LeaveUnit,
  days: LeaveType['days'],
  { paid, hasBalance = false }: { readonly paid: boolean; readonly hasBalance?: boolean },
): OfferedLeave {
  return { id, name, unit, minimumUnits: 1, days, hasBalance, paid };
}

const plain = (name: string, unit: LeaveUnit): OfferedLeave => ({
  id: '',
  name,
  unit,
  minimumUnits: 1,
  days: 'working',
  hasBalance: false,
  paid: true,
});

/** What is asked for without a type of leave: 公出 by the minute, 出差 by half days, 加班 by the minute. */
export const PLAIN_REQUESTS: Readonly<Record<Exclude<ApprovalKind, 'leave'>, OfferedLeave>> = {
  outing: plain('公出', 'minute'),
  trip: plain('出差', 'halfDay'),
  overtime: plain('加班', 'minute'),
};

/** '1.5 天', '3 小时', '2 小时 10 分钟': units as people say them. */
export function unitsText(unit: LeaveUnit, units: number): string {
  if (unit === 'day') return `${units} 天`;
  if (unit === 'halfDay') return `${units / 2} 天`;
  if (unit === 'hour') return `${units} 小时`;
  const hours = Math.floor(units / 60);
  const rest = units % 60;
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`;
}
