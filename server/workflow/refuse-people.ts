import type { Caller } from '../caller';
import type { Ports } from '../ports';
import type { RefusalOf } from '../use-case';
import { staffOf } from './case-staff';
import type { OpenCase } from './open-case';

type PeopleRefusal = RefusalOf<'person.unknown' | 'person.gone' | 'person.is-applicant'>;

/**
 * Why one of these people cannot be given a part in the case; null when all can. The engine checks whom a command asks;
 * whom a form names for a later step it would only find out then.
 */
export async function refusePeople(
  ports: Ports,
  { stored, org, now }: OpenCase,
  caller: Caller,
  people: readonly string[],
): Promise<{ readonly ok: false; readonly refusal: PeopleRefusal } | null> {
  if (people.length === 0) return null;
  const staff = await staffOf(ports, org, caller, stored, people);
  const no = (refusal: PeopleRefusal) => ({ ok: false, refusal }) as const;
  for (const id of people) {
    const member = staff.directory.person(id);
    if (!member) return no({ code: 'person.unknown', facts: {} });
    const facts = { name: staff.nameOf(id) };
    if (id === stored.state.applicant) return no({ code: 'person.is-applicant', facts });
    if (member.accessEndsAt !== null && member.accessEndsAt <= now) return no({ code: 'person.gone', facts });
  }
  return null;
}
