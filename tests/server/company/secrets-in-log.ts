import { isIdNumber } from '@domain/people/id-number';
import { idNumberOf, phoneNumberOf } from './personnel';

interface Who {
  readonly name: string;
  readonly employmentId: string;
}

/** Somebody's own number as it would look, whoever it belongs to. */
const NUMBERS: readonly RegExp[] = [
  /(?<![0-9a-f])\d{17}[\dX](?![0-9a-f])/g,
  /(?<![0-9a-f.])1[3-9]\d{9}(?![0-9a-f])/g,
];

/** Where a phone put a file, or where the server keeps one: whoever reads the log could name it. */
const ADDRESSES = /cloud:\/\/|inbox\/|sealed\/|shown\//;

/** Lines of the log that say what no log may: names, ID and phone numbers, addresses of files. */
export function secretsIn(log: readonly string[], people: readonly Who[]): readonly string[] {
  const known = people.flatMap((person) => [person.name, idNumberOf(person), phoneNumberOf(person)]);
  return log.filter(
    (line) =>
      known.some((secret) => line.includes(secret)) ||
      ADDRESSES.test(line) ||
      NUMBERS.some((number) =>
        (line.match(number) ?? []).some((found) => found.length === 11 || isIdNumber(found)),
      ),
  );
}
