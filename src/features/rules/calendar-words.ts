import type { DayKind } from '@domain/time/workday-calendar';

export const DAY_KINDS = [
  ['workday', '上班'],
  ['restday', '休息'],
  ['holiday', '法定节日'],
] as const satisfies readonly (readonly [DayKind, string])[];

export const KIND_WORDS = Object.fromEntries(DAY_KINDS) as Readonly<Record<DayKind, string>>;
