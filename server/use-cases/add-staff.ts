import { ok, refuse } from '@domain/result';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import { organisation } from '../organisation';
import { looksAfter } from '@domain/people/role-order';
import { changeBy, writtenOnce } from '../people/change-log';
import { addPerson, newPersonProblems } from '../people/new-person';
import { numberTaken, standingOf } from '../people/under';
import type { Ports } from '../ports';
import { staffChanges } from '../repositories/staff-changes';
import { type Answer, type RefusalOf, useCase } from '../use-case';

type Refused = RefusalOf<'staff.invalid' | 'staff.id-number-taken' | 'person.unknown'>;

/** Adds somebody: employment, file and log in one step. The id follows from the command, so a repeat adds nobody. */
export const addStaff = useCase('staff.add', {
  async run(ports, caller, input): Promise<Answer<'staff.add'>> {
    const employmentId = idOf(ports, caller, input.commandId);
    const refused = await writtenOnce(ports, caller, input.commandId, () =>
      attempt(ports, caller, employmentId, input),
    );
    if (refused === 'busy') return refuse('conflict.busy', {});
    return refused === null ? ok({ employmentId }) : { ok: false, refusal: refused };
  },
});

const idOf = ({ ids }: Ports, { employment }: Caller, commandId: string): string =>
  `E${ids.digest(staffChanges.keyOf(employment._id, commandId)).slice(0, 12)}`;

async function attempt(
  ports: Ports,
  caller: Caller,
  employmentId: string,
  { commandId, ...entry }: InputOf<'staff.add'>,
): Promise<Refused | 'written' | 'again'> {
  const org = await organisation(ports);
  // A branch's HR adds to the own branch only.
  if (!looksAfter(standingOf(caller.employment), entry.branchId)) return refuse('person.unknown', {}).refusal;
  const problems = newPersonProblems(org, entry);
  if (problems.length > 0) return refuse('staff.invalid', { problems }).refusal;
  const change = changeBy(ports, caller, commandId, {
    subject: staffChanges.ofPerson(employmentId),
    area: 'person',
    what: '新增员工',
  });
  const outcome = await addPerson(ports, org, employmentId, entry, change);
  if (outcome === 'again') return 'again';
  if (outcome === 'added') return 'written';
  return numberTaken(caller.employment, outcome.idNumberOf).refusal;
}
