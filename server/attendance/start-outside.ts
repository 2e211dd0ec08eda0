import type { Command } from '@domain/approval/commands';
import type { ButtonAnswer } from '@domain/attendance/accept-punch';
import { minuteOf } from '@domain/time/instant';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { type NotStarted, startRequestCase } from '../requests/start-request-case';
import type { RefusalOf } from '../use-case';
import { locked, slip } from './hindrances';
import { MICRO, type OutsideFields } from './outside-fields';
import { buttonOf, type PunchDesk } from './punch-desk';
import { wirePunchRefusal, type WirePunchRefusal } from './wire-punch-refusal';

type Input = InputOf<'punch.outside'>;

export type OutsideRefusal =
  WirePunchRefusal | RefusalOf<'punch.just-punched' | 'punch.month-locked' | 'punch.photo-missing'>;

/** Why an 外勤打卡 is not taken; 'inside' when it is an ordinary punch; null when it is taken. */
export function outsideRefusal(desk: PunchDesk, input: Input): OutsideRefusal | 'inside' | null {
  const answer = buttonOf(desk, input.position);
  if (answer.refusal === null) return 'inside';
  if (answer.refusal.code !== 'punch.outside-fence' || !answer.refusal.facts.outsideAllowed)
    return wirePunchRefusal(answer.refusal);
  const photo = answer.plan.rule?.rule.outsidePhoto ?? 'optional';
  if (photo !== 'optional' && input.photoIds.length === 0) return { code: 'punch.photo-missing', facts: {} };
  return slip(desk, { claimedAt: null }) ?? locked(desk, answer.dutyDate);
}

/**
 * Starts the case of a press that `outsideRefusal` lets pass; null when it stands.
 *
 * @param photos digests of pictures that were kept for this case
 */
export async function startOutside(
  ports: Ports,
  caller: Caller,
  desk: PunchDesk,
  caseId: string,
  input: Input,
  photos: readonly string[],
): Promise<NotStarted | null> {
  const command: Command = {
    id: input.punchId,
    caseId,
    actor: { who: 'person', id: caller.employment._id },
    kind: 'start',
    applicant: caller.employment._id,
    fields: { ...fieldsOf(desk, buttonOf(desk, input.position), input) },
    photos,
  };
  return startRequestCase(ports, caller, desk.org, 'outside-punch', command, null);
}

function fieldsOf(
  { now }: PunchDesk,
  { plan, kind, refusal }: ButtonAnswer,
  { punchId, position, remark, device }: Input,
): OutsideFields {
  const facts = refusal?.code === 'punch.outside-fence' ? refusal.facts : null;
  return {
    punchId,
    at: now,
    date: plan.date,
    minute: plan.outline.zone.wallAt(minuteOf(now)) - plan.day * 1440,
    card: kind ?? 'record',
    where: facts ? `距${facts.placeName} ${lengthText(facts.distanceM)}` : '范围之外',
    latitudeMicro: Math.round(position.latitude * MICRO),
    longitudeMicro: Math.round(position.longitude * MICRO),
    accuracyMeters: Math.round(position.accuracyMeters),
    deviceModel: device.model,
    deviceOffsetMinutes: device.utcOffsetMinutes,
    ...(device.id !== undefined && { deviceId: device.id }),
    remark,
    needsApproval: plan.rule?.rule.outsideApproval === true,
  };
}

const lengthText = (meters: number): string =>
  meters < 1000 ? `${meters} 米` : `${(meters / 1000).toFixed(1).replace(/\.0$/, '')} 公里`;
