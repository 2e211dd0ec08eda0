import type { Envelope } from '../../contract/envelope';
import type { InputOf, OutputOf, ProcedureKey } from '../../contract/contract';
import type { LocalCloud } from '../../emulator/start-local-cloud';
import { DEMO_PEOPLE, type DemoPerson, openidOf } from './people';

/** Calls a procedure as a person's phone would. A refusal ends the seed: the demo company follows its own rules. */
export async function call<Key extends ProcedureKey>(
  cloud: LocalCloud,
  person: DemoPerson,
  procedure: Key,
  input: InputOf<Key>,
): Promise<OutputOf<Key>> {
  const answer = (await cloud.callFunction(
    'api',
    { procedure, input },
    { openId: openidOf(person) },
  )) as Envelope<OutputOf<Key>>;
  if (!answer.ok) throw new Error(`${person.name} ${procedure}: ${JSON.stringify(answer)}`);
  return answer.value;
}

export function personOf(id: string): DemoPerson {
  const person = DEMO_PEOPLE.find((one) => one.id === id);
  if (!person) throw new Error(`nobody is ${id}`);
  return person;
}
