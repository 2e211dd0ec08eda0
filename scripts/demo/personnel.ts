import { checkCharacter } from '../../domain/people/id-number';
import { addDays, type LocalDate } from '../../domain/time/local-date';
import { aesCipher } from '../../server/cloudbase/cipher';
import type { Cipher } from '../../server/ports';
import type { PersonnelEntry } from '../../server/repositories/personnel';
import { DEMO_DATA_KEYS, DEMO_SEARCH_KEY } from './cloud-options';
import { DEMO_POSTS } from './organisation';
import { DEMO_PEOPLE, type DemoPerson } from './people';

export const demoCipher = (): Cipher => aesCipher(DEMO_DATA_KEYS, DEMO_SEARCH_KEY);

/** Whoever joined lately is in probation still. */
const IN_PROBATION = ['S05', 'P08', 'S07', 'N04'];
/** Fixed terms that end: one soon, one later. */
const TERM_DAYS: Readonly<Record<string, number>> = { S04: 75, M04: 400 };
const numberOf = (person: DemoPerson): number => DEMO_PEOPLE.indexOf(person);

/** No operator gives numbers that begin with 12. */
export const phoneOf = (person: DemoPerson): string => `120${String(10_000_000 + numberOf(person) * 7919)}`;

/** Valid by its check character, and nobody's: there is no region 999999. */
function idNumberOf(person: DemoPerson): string {
  const n = numberOf(person);
  const birthday = `19${80 + (n % 20)}${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}`;
  const seventeen = `999999${birthday}${String(101 + n)}`;
  return seventeen + checkCharacter(seventeen);
}

/**
 * What HR of the demo company has on file.
 *
 * @param since the first day of the demo's history: people in probation joined shortly before it
 */
export function demoPersonnel(person: DemoPerson, since: LocalDate): PersonnelEntry {
  const inProbation = IN_PROBATION.includes(person.id);
  const from = addDays(since, inProbation ? -20 : -300);
  const term = TERM_DAYS[person.id];
  const post = DEMO_POSTS.find(({ id }) => id === person.postId);
  return {
    employmentId: person.id,
    postName: post?.name ?? '',
    secrecy: post?.secrecy ?? false,
    contract: {
      kind: term === undefined ? 'open' : 'fixed',
      from,
      to: term === undefined ? null : addDays(since, term),
    },
    probationEnd: addDays(from, inProbation ? 180 : 90),
    phone: phoneOf(person),
    idNumber: idNumberOf(person),
  };
}
