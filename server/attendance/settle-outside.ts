import type { Case } from '@domain/approval/case';
import type { InstantMinute } from '@domain/time/instant';
import { minuteOf, instantOf } from '@domain/time/instant';
import { monthOf } from '@domain/time/local-date';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import { employments } from '../repositories/employments';
import { type PunchFact, punches } from '../repositories/punches';
import type { StoredOutside } from '../repositories/sheets';
import { tellHr } from '../requests/tell-hr';
import { monthText } from '../wall-text';
import { sheetsByMonth } from './judged-days';
import { MICRO, outsideOf, type OutsideFields, pressText } from './outside-fields';
import { markOutside } from './outside-presses';
import { deskOver } from './punch-desk';
import { complete } from './replay-punch';

/**
 * What becomes of an 外勤打卡: waiting, it is shown on its day; granted, it is a punch like any other, with the time of
 * the press, and the day is judged anew; refused or withdrawn, the day says so. As often as it runs, it happens once.
 *
 * Throws when the month was locked meanwhile: the effect waits, HR is told, and it is done once the month is open again.
 */
export async function settleOutside(ports: Ports, org: Organisation, state: Case): Promise<void> {
  const pressed = outsideOf(state);
  if (!pressed) return;
  const employment = await employments.read(ports.database, state.applicant);
  if (!employment) throw new Error(`case ${state.id} is of somebody unknown`);
  const standing = standingOf(state);
  if (standing === 'counted') {
    const fact = factOf(state, pressed);
    await punches.add(ports.database, fact);
    const desk = deskOver(org, employment, sheetsByMonth([]), ports.clock.now());
    const taken = await complete(ports, desk, fact, pressed.punchId);
    if ('ok' in taken) {
      if (taken.refusal.code === 'punch.month-locked') {
        const month = monthOf(pressed.date);
        const what = `${monthText(month)}已锁定，已通过的外勤打卡没有计入`;
        await tellHr(ports, org, state.id, `locked:${month}`, 'request.month-locked', what);
      }
      throw new Error(`the press of case ${state.id} was not taken: ${taken.refusal.code}`);
    }
  }
  await markOutside(ports, org, employment, {
    caseId: state.id,
    punchId: pressed.punchId,
    date: pressed.date,
    minute: minuteOf(instantOf(pressed.at)) as InstantMinute,
    kind: kindOf(pressed),
    state: standing,
    text: `${pressText(pressed)} · ${pressed.where}`,
    remark: pressed.remark,
  });
}

function standingOf({ status, result }: Case): StoredOutside['state'] {
  if (status === 'running') return 'pending';
  return result === 'approved' ? 'counted' : result === 'withdrawn' ? 'withdrawn' : 'refused';
}

const kindOf = ({ card }: OutsideFields): PunchFact['kind'] => (card === 'record' ? null : card);

function factOf({ id, applicant }: Case, pressed: OutsideFields): PunchFact {
  const { latitudeMicro, longitudeMicro, accuracyMeters, deviceModel, deviceOffsetMinutes, deviceId } =
    pressed;
  return {
    _id: punches.idOf(applicant, pressed.punchId),
    employmentId: applicant,
    at: pressed.at,
    kind: kindOf(pressed),
    dutyDate: pressed.date,
    refused: null,
    position: { latitude: latitudeMicro / MICRO, longitude: longitudeMicro / MICRO, accuracyMeters },
    placeId: null,
    distanceMeters: null,
    claimedAt: null,
    device: {
      model: deviceModel,
      utcOffsetMinutes: deviceOffsetMinutes,
      ...(deviceId !== undefined && { id: deviceId }),
    },
    outsideCaseId: id,
  };
}
