import { type Organisation, organisationAt } from '../organisation';
import type { Ports } from '../ports';
import type { Sheet } from '../repositories/sheets';

/**
 * Which organisation judges somebody's month: the one in force, and for a locked month the one that it was signed
 * under, so that a special day entered later changes nothing that was signed. Versions are immutable and kept for the
 * life of a function instance: this costs a read at most once.
 *
 * @param found the sheets that are looked at, of any people
 */
export async function signedUnder(
  ports: Ports,
  org: Organisation,
  found: readonly Sheet[],
): Promise<(sheet: Sheet | undefined) => Organisation> {
  const revisions = new Set(found.flatMap((sheet) => revisionOf(sheet) ?? []));
  const known = new Map(
    await Promise.all([...revisions].map(async (at) => [at, await organisationAt(ports, at)] as const)),
  );
  return (sheet) => known.get(revisionOf(sheet) ?? 0) ?? org;
}

const revisionOf = (sheet: Sheet | undefined): number | null =>
  sheet?.lock === 'locked' ? (sheet.signed?.orgRevision ?? null) : null;
