import { checkCharacter } from '@domain/people/id-number';
import { localDateOf } from '@domain/time/local-date';
import type { PersonnelEntry } from '@server/repositories/personnel';
import type { Joining } from './organisation';

interface Who {
  readonly employmentId: string;
}

const numberOf = ({ employmentId }: Who): string => employmentId.replace(/\D/g, '').padStart(3, '0');

/** No operator gives numbers that begin with 12. */
export const phoneNumberOf = (person: Who): string => `12098765${numberOf(person)}`;

/** Valid by its check character, and nobody's: there is no region 999999. */
export function idNumberOf(person: Who): string {
  const seventeen = `99999919900307${numberOf(person)}`;
  return seventeen + checkCharacter(seventeen);
}

/** What HR has on file about somebody. */
export const personnelOf = (
  person: Who,
  { hireDate = '2025-01-06', probationEnd = '2025-04-05', termEnd, secrecy = false }: Joining,
): PersonnelEntry => ({
  employmentId: person.employmentId,
  postName: '专员',
  secrecy,
  contract: {
    kind: termEnd === undefined ? 'open' : 'fixed',
    from: localDateOf(hireDate),
    to: termEnd === undefined ? null : localDateOf(termEnd),
  },
  probationEnd: localDateOf(probationEnd),
  phone: phoneNumberOf(person),
  idNumber: idNumberOf(person),
});
