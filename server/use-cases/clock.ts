import { ok } from '@domain/result';
import type { InputOf } from '@contract/contract';
import { clockAnswer } from '../attendance/clock-answer';
import { locked, slip, underNewestRules } from '../attendance/hindrances';
import { buttonOf, openDesk, type PunchDesk, readDesk } from '../attendance/punch-desk';
import { factOf, standingOf } from '../attendance/punch-fact';
import { holds, recordPunch } from '../attendance/record-punch';
import { complete, replay, type Taken } from '../attendance/replay-punch';
import { wirePunchRefusal } from '../attendance/wire-punch-refusal';
import type { Ports } from '../ports';
import { punches } from '../repositories/punches';
import { type Answer, useCase } from '../use-case';

/** One punch: decided at arrival, written as a fact and into the sheet, answered only when both hold. */
export const clock = useCase('punch.clock', {
  gather: (ports, openid) => readDesk(ports, openid),
  async run(ports, caller, input, reads): Promise<Answer<'punch.clock'>> {
    const done = await take(ports, openDesk(ports, caller, reads), input);
    if ('ok' in done) return done;
    return ok(clockAnswer(done.desk, done.fact, input));
  },
});

async function take(ports: Ports, seen: PunchDesk, input: InputOf<'punch.clock'>): Promise<Taken> {
  const id = punches.idOf(seen.employment._id, input.punchId);
  // Already in a sheet: a retry. The fact is as good as read, and the first answer is given again.
  if (holds(seen, input.punchId)) return replay(ports, seen, id, input);

  const { position, wifi } = input;
  const desk = buttonOf(seen, position, wifi).refusal ? await underNewestRules(ports, seen) : seen;
  const answer = buttonOf(desk, position, wifi);
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
