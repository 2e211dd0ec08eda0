import type { Company } from '../company';
import { granted } from './answers';
import { freshId, type Person } from './person';
import { phoneNumberOf } from './personnel';

/** The code of the latest short message to this person. */
export function sentCode(company: Company, person: Person): string {
  const received = company.cloud.sms.messages(phoneNumberOf(person));
  const latest = received.filter(({ template }) => template === 'signing-code').at(-1);
  const [, code] = /验证码 (\d{6})/.exec(latest?.text ?? '') ?? [];
  if (code === undefined) throw new Error(`${person.name} has received no code`);
  return code;
}

let drawn = 0;

/** Two strokes that no other test drew. */
export function aName() {
  drawn += 1;
  const at = (x: number, y: number, t: number) => ({ x, y, t });
  return {
    strokes: [
      [at(40, 60, 0), at(180, 80, 120), at(300, 70 + (drawn % 50), 240)],
      [at(120, 120, 400), at(130, 260, 520 + drawn)],
    ],
    canvas: { width: 700, height: 300 },
  };
}

/** Everything that a person does to sign: asks for a code, types it, draws. */
export async function signs(
  company: Company,
  person: Person,
  { document, caseId, digest }: { document: string; caseId: string | null; digest: string },
) {
  const { sessionId } = granted(
    await person.call('identity.begin', { commandId: freshId(), caseId, document }),
  );
  granted(await person.call('identity.confirm', { sessionId, code: sentCode(company, person) }));
  return { sessionId, digest, ...aName() };
}
