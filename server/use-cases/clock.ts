import { ok } from '@domain/result';
import { instantOfMinute, minuteOf } from '@domain/time/instant';
import { type LocalDate, monthOf } from '@domain/time/local-date';
import type { InputOf } from '@contract/contract';
import { clockAnswer } from '../attendance/clock-answer';
import { lastPunch } from '../attendance/last-punch';
import { buttonOf, deskOver, openDesk, type PunchDesk, readDesk } from '../attendance/punch-desk';
import { factOf, standingOf } from '../attendance/punch-fact';
import { holds, recordPunch } from '../attendance/record-punch';
import { complete, replay, type Taken } from '../attendance/replay-punch';
import { wirePunchRefusal } from '../attendance/wire-punch-refusal';
import { organisation } from '../organisation';
import type { Ports } from '../ports';
import { punches } from '../repositories/punches';
import { type Answer, type RefusalOf, useCase } from '../use-case';
import { timeText } from '../wall-text';

/**
 * A second tap within a minute is a slip of the thumb, not a card. Sheets keep whole minutes, so it is told by them:
 * in the same minute or the next.
 */
const SLIP_MINUTES = 1;

/** One punch: decided at arrival, written as a fact and into the sheet, answered only when both hold. */
export const clock = useCase('punch.clock', {
  gather: (ports, openid) => readDesk(ports, openid),
  async run(ports, caller, input, reads): Promise<Answer<'punch.clock'>> {
    const done = await take(ports, openDesk(ports, caller, reads), input);
    if ('ok' in done) return done;
    return ok(clockAnswer(done.desk, done.fact, input.position));
  },
});

async function take(ports: Ports, seen: PunchDesk, input: InputOf<'punch.clock'>): Promise<Taken> {
  const id = punches.idOf(seen.employment._id, input.punchId);
  // Already in a sheet: a retry. The fact is as good as read, and the first answer is given again.
  if (holds(seen, input.punchId)) return replay(ports, seen, id, input);

  const desk = buttonOf(seen, input.position).refusal ? await underNewestRules(ports, seen) : seen;
  const answer = buttonOf(desk, input.position);
  const refusal =
    slip(desk, input) ??
    (answer.refusal && wirePunchRefusal(answer.refusal)) ??
    locked(desk, answer.dutyDate);
  const fact = factOf(id, desk, answer, input, refusal);
  if (refusal)
    return (await punches.add(ports.database, fact))
      ? { ok: false, refusal }
      : replay(ports, desk, id, input);

  const [added, recorded] = await Promise.all([
    punches.add(ports.database, fact),
    recordPunch(ports, desk, input.punchId, standingOf(fact, input.punchId)),
  ]);
  if (!added) return replay(ports, desk, id, input);
  if (recorded.state === 'written') return { desk: recorded.desk, fact };
  return complete(ports, desk, fact, input.punchId);
}

/** Nobody is turned away by rules that were replaced a moment ago: a fence that HR has just widened counts at once. */
async function underNewestRules(ports: Ports, desk: PunchDesk): Promise<PunchDesk> {
  const org = await organisation(ports);
  if (org.revision === desk.org.revision) return desk;
  return deskOver(org, desk.employment, desk.months, ports.clock.now(), desk.since);
}

/** A month that is sealed already takes nothing: the attempt is kept as a refused one. */
function locked(desk: PunchDesk, dutyDate: LocalDate): RefusalOf<'punch.month-locked'> | null {
  const month = monthOf(dutyDate);
  const open = (desk.months.get(month)?.lock ?? 'open') === 'open';
  return open ? null : { code: 'punch.month-locked', facts: { month } };
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
