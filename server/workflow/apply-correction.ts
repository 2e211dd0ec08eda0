import type { Case } from '@domain/approval/case';
import type { Punch } from '@domain/attendance/punch';
import type { InstantMinute } from '@domain/time/instant';
import { dayNumber } from '@domain/time/local-date';
import { sheetsByMonth } from '../attendance/judged-days';
import { dayOf, deskOver } from '../attendance/punch-desk';
import { recordPunch, reopenDesk } from '../attendance/record-punch';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import { employments } from '../repositories/employments';
import { correctionOf } from './case-fact';

const ATTEMPTS_AT_A_RACE = 6;

/** The id under which a granted correction lies in the sheet: the same case corrects once. */
export const correctionPunchId = (caseId: string): string => `correction-${caseId}`;

/**
 * Puts a granted card into the sheet and judges the day anew. A lock that came first is not broken: the effect fails,
 * is retried, and HR hears of it.
 */
export async function applyCorrection(
  ports: Ports,
  org: Organisation,
  state: Case,
  result: string,
): Promise<void> {
  const asked = correctionOf(state);
  if (result !== 'approved' || !asked) return;
  const employment = await employments.read(ports.database, state.applicant);
  if (!employment) throw new Error(`case ${state.id} corrects for somebody unknown`);
  let desk = deskOver(org, employment, sheetsByMonth([]), ports.clock.now());
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    desk = await reopenDesk(ports, desk);
    const { zone } = dayOf(desk, asked.date).plan.outline;
    const punch: Punch = {
      id: correctionPunchId(state.id),
      minute: zone.instantAt(dayNumber(asked.date), asked.minute) as InstantMinute,
      kind: asked.card,
      source: 'correction',
    };
    const recorded = await recordPunch(ports, desk, punch.id, { dutyDate: asked.date, punch });
    if (recorded.state === 'written') return;
    if (recorded.state === 'locked') throw new Error(`the month of case ${state.id} is locked`);
  }
  throw new Error(`the sheet of case ${state.id} was too busy`);
}
