import type { ButtonAnswer } from '@domain/attendance/accept-punch';
import type { Punch } from '@domain/attendance/punch';
import { ok, refuse } from '@domain/result';
import { instantOfMinute, minuteOf } from '@domain/time/instant';
import { type LocalDate, monthOf } from '@domain/time/local-date';
import type { InputOf } from '@contract/contract';
import { clockAnswer } from '../attendance/clock-answer';
import { lastPunch } from '../attendance/last-punch';
import { buttonOf, openDesk, type PunchDesk, readDesk } from '../attendance/punch-desk';
import { recordPunch, reopenDesk } from '../attendance/record-punch';
import { wirePunchRefusal, type WirePunchRefusal } from '../attendance/wire-punch-refusal';
import { reminderViews } from '../messages/reminder-views';
import type { Ports } from '../ports';
import { type PunchFact, punches } from '../repositories/punches';
import { reminderLedger } from '../repositories/reminder-ledger';
import { type Answer, type RefusalOf, useCase } from '../use-case';
import { timeText } from '../wall-text';

type Refused = Extract<Answer<'punch.clock'>, { ok: false }>;

/**
 * A second tap within a minute is a slip of the thumb, not a card. Sheets keep whole minutes, so it is told by them:
 * in the same minute or the next.
 */
const SLIP_MINUTES = 1;
const ATTEMPTS_AT_A_RACE = 6;

/** One punch: decided at arrival, written as a fact and into the sheet, answered only when both hold. */
export const clock = useCase('punch.clock', {
  gather: (ports, openid) =>
    Promise.all([readDesk(ports, openid), reminderLedger.ofOpenid(ports.database, openid)]),
  async run(ports, caller, input, [reads, ledger]): Promise<Answer<'punch.clock'>> {
    const desk = openDesk(ports, caller, reads);
    const done = await take(ports, desk, input);
    if ('ok' in done) return done;
    return ok(clockAnswer(done.desk, done.fact, input.position, reminderViews(ports, ledger)));
  },
});

type Taken = { readonly desk: PunchDesk; readonly fact: PunchFact } | Refused;

async function take(ports: Ports, desk: PunchDesk, input: InputOf<'punch.clock'>): Promise<Taken> {
  const id = punches.idOf(desk.employment._id, input.punchId);
  // Already in a sheet: a retry. The fact is as good as read, and the first answer is given again.
  const again = desk.days.some((day) => day.punches.some((punch) => punch.id === input.punchId));
  if (again) return replay(ports, desk, id, input);

  const answer = buttonOf(desk, input.position);
  const refusal = slip(desk, input) ?? (answer.refusal && wirePunchRefusal(answer.refusal));
  const fact = factOf(id, desk, answer, input, refusal);
  if (refusal)
    return (await punches.add(ports.database, fact))
      ? { ok: false, refusal }
      : replay(ports, desk, id, input);

  const [added, recorded] = await Promise.all([
    punches.add(ports.database, fact),
    recordPunch(ports, desk, fact.dutyDate as LocalDate, punchOf(fact, input.punchId)),
  ]);
  if (!added) return replay(ports, desk, id, input);
  if (recorded.state === 'written') return { desk: recorded.desk, fact };
  if (recorded.state === 'locked')
    return refuse('punch.month-locked', { month: monthOf(fact.dutyDate as LocalDate) });
  return complete(ports, desk, fact, input.punchId);
}

/** The fact stands; brings it into the sheet, reading again for as long as others come first. */
async function complete(ports: Ports, desk: PunchDesk, fact: PunchFact, punchId: string): Promise<Taken> {
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const fresh = await reopenDesk(ports, desk);
    const recorded = await recordPunch(ports, fresh, fact.dutyDate as LocalDate, punchOf(fact, punchId));
    if (recorded.state === 'written') return { desk: recorded.desk, fact };
    if (recorded.state === 'locked')
      return refuse('punch.month-locked', { month: monthOf(fact.dutyDate as LocalDate) });
  }
  return refuse('conflict.busy', {});
}

/** The same id again: the stored fact answers, whatever the button would say by now. */
async function replay(
  ports: Ports,
  desk: PunchDesk,
  id: string,
  input: InputOf<'punch.clock'>,
): Promise<Taken> {
  const fact = await punches.read(ports.database, id);
  // The sheet holds the punch but the fact was never acknowledged: the other half of a broken write.
  if (fact === null) return completeFact(ports, desk, id, input);
  if (fact.refused) return { ok: false, refusal: fact.refused as Refused['refusal'] };
  return complete(ports, desk, fact, input.punchId);
}

async function completeFact(
  ports: Ports,
  desk: PunchDesk,
  id: string,
  input: InputOf<'punch.clock'>,
): Promise<Taken> {
  for (const day of desk.days) {
    const punch = day.punches.find((one) => one.id === input.punchId);
    if (!punch) continue;
    const answer = { ...buttonOf(desk, input.position), kind: punch.kind, dutyDate: day.date };
    const fact = { ...factOf(id, desk, answer, input, null), at: punch.minute * 60_000 };
    await punches.add(ports.database, fact);
    return { desk, fact };
  }
  return refuse('punch.id-reused', {});
}

function slip(
  desk: PunchDesk,
  { claimedAt }: InputOf<'punch.clock'>,
): RefusalOf<'punch.just-punched'> | null {
  // Punches that waited on a phone arrive together: each of them was meant.
  if (claimedAt !== null) return null;
  const last = lastPunch(desk);
  if (last === null || minuteOf(desk.now) - last.minute > SLIP_MINUTES) return null;
  const at = timeText(last.zone, instantOfMinute(last.minute));
  return { code: 'punch.just-punched', facts: { kind: last.kind, at } };
}

function factOf(
  id: string,
  desk: PunchDesk,
  { kind, dutyDate, place }: Pick<ButtonAnswer, 'kind' | 'dutyDate' | 'place'>,
  { position, claimedAt, device }: InputOf<'punch.clock'>,
  refusal: WirePunchRefusal | RefusalOf<'punch.just-punched'> | null,
): PunchFact {
  return {
    _id: id,
    employmentId: desk.employment._id,
    at: desk.now,
    kind: refusal ? null : kind,
    dutyDate,
    refused: refusal && { code: refusal.code, facts: { ...refusal.facts } },
    position,
    placeId: place?.placeId ?? null,
    distanceMeters: place?.distanceMeters ?? null,
    claimedAt,
    device,
  };
}

const punchOf = (fact: PunchFact, id: string): Punch => ({
  id,
  minute: minuteOf(fact.at as never),
  kind: fact.kind,
  source: 'button',
});
