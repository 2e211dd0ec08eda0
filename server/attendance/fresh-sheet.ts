import type { Carry } from '@domain/attendance/verdict';
import type { Organisation } from '../organisation';
import type { Employment } from '../repositories/employments';
import { type Sheet, sheets } from '../repositories/sheets';

/** A month's sheet with nothing on it yet. */
export const freshSheet = (
  org: Organisation,
  employment: Employment,
  month: string,
  carryIn: Carry | null,
): Sheet => ({
  _id: sheets.idOf(employment._id, month),
  employmentId: employment._id,
  month,
  openid: employment.openid,
  revision: 1,
  lock: 'open',
  orgRevision: org.revision,
  closedThrough: null,
  days: {},
  carryIn,
});
