import { refuse } from '@domain/result';
import { instantOfMinute } from '@domain/time/instant';
import { type LocalDate, monthOf } from '@domain/time/local-date';
import type { InputOf } from '@contract/contract';
import type { Ports } from '../ports';
import { type PunchFact, punches } from '../repositories/punches';
import type { Answer } from '../use-case';
import { buttonOf, type PunchDesk } from './punch-desk';
import { factOf, standingOf } from './punch-fact';
import { type Recorded, recordPunch, reopenDesk, type Standing } from './record-punch';

const ATTEMPTS_AT_A_RACE = 6;

type Refused = Extract<Answer<'punch.clock'>, { ok: false }>;

/** A punch whose fact and card both stand, or why there is none. */
export type Taken = { readonly desk: PunchDesk; readonly fact: PunchFact } | Refused;

/** The fact stands; brings it into the sheet, reading again for as long as others come first. */
export async function complete(
  ports: Ports,
  desk: PunchDesk,
  fact: PunchFact,
  punchId: string,
): Promise<Taken> {
  const dutyDate = fact.dutyDate as LocalDate;
  const done = await settle(ports, desk, punchId, standingOf(fact, punchId));
  if (done.state === 'written') return { desk: done.desk, fact };
  // The month was locked between the two waits: the fact stays, for HR to see should the month be opened again.
  return done.state === 'locked'
    ? refuse('punch.month-locked', { month: monthOf(dutyDate) })
    : refuse('conflict.busy', {});
}

async function settle(
  ports: Ports,
  desk: PunchDesk,
  punchId: string,
  standing: Standing | null,
): Promise<Recorded> {
  let recorded: Recorded = { state: 'lost' };
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE && recorded.state === 'lost'; attempt += 1)
    recorded = await recordPunch(ports, await reopenDesk(ports, desk), punchId, standing);
  return recorded;
}

/** The same id again: the stored fact answers, whatever the button would say by now. */
export async function replay(
  ports: Ports,
  desk: PunchDesk,
  id: string,
  input: InputOf<'punch.clock'>,
): Promise<Taken> {
  const fact = await punches.read(ports.database, id);
  // The sheet holds the punch but the fact was never acknowledged: the other half of a broken write.
  if (fact === null) return completeFact(ports, desk, id, input);
  if (fact.refused === null) return complete(ports, desk, fact, input.punchId);
  // This try may have written its card beside the fact that refuses it: it goes again.
  await settle(ports, desk, input.punchId, null);
  return { ok: false, refusal: fact.refused as Refused['refusal'] };
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
    const answer = { ...buttonOf(desk, input.position, input.wifi), kind: punch.kind, dutyDate: day.date };
    const fact = { ...factOf(id, desk, answer, input, null), at: instantOfMinute(punch.minute) };
    await punches.add(ports.database, fact);
    return { desk, fact };
  }
  return refuse('punch.id-reused', {});
}
