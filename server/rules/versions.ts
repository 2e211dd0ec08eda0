import type { LocalDate } from '@domain/time/local-date';

/** What is kept version beside version. */
interface Versioned {
  readonly id: string;
  readonly version?: number;
  readonly effectiveFrom?: LocalDate;
}

/** The version of an id that nothing supersedes any more. */
export const newestOf = <T extends Versioned>(versions: readonly T[], id: string): T | null =>
  versions
    .filter((one) => one.id === id)
    .reduce<T | null>((best, one) => (best !== null && isBefore(one, best) ? best : one), null);

const isBefore = (one: Versioned, other: Versioned): boolean => {
  const [from, otherFrom] = [one.effectiveFrom ?? '', other.effectiveFrom ?? ''];
  return from < otherFrom || (from === otherFrom && (one.version ?? 0) < (other.version ?? 0));
};

/** Each id once, at its newest version, in the order in which the ids first appear. */
export const newestOnes = <T extends Versioned>(versions: readonly T[]): T[] =>
  [...new Set(versions.map(({ id }) => id))].map((id) => newestOf(versions, id) as T);

type Unversioned<T> = T extends unknown ? Omit<T, 'version'> : never;

/** The list with one more version of an id, numbered after those it has. */
export function withVersion<T extends Versioned>(versions: readonly T[], value: Unversioned<T>): T[] {
  const known = versions
    .filter(({ id }) => id === (value as Versioned).id)
    .map(({ version }) => version ?? 0);
  const version = Math.max(0, ...known) + 1;
  return [...versions, { ...value, version } as unknown as T];
}
