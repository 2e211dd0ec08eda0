import type { Ports, Transaction } from '../ports';
import { type OrganisationDocument, organisations } from '../repositories/organisations';

/** Numbers that a publication elsewhere may have left behind. */
const ATTEMPTS = 4;

/**
 * Publishes the next version of the organisation with these parts changed, and what belongs to it, all or nothing.
 * Resolves to false when another version came into force meanwhile: look again.
 */
export async function reviseCompany(
  { database }: Ports,
  before: OrganisationDocument,
  parts: Partial<OrganisationDocument>,
  alongside: (transaction: Transaction) => Promise<void>,
): Promise<boolean> {
  // Another version's drafts are none of this one's.
  const { publication: _, ...rest } = before;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const revision = before.revision + 1 + attempt;
    const next = { ...rest, ...parts, _id: String(revision), revision };
    const done = await database.transaction(async (transaction) => {
      if (!(await organisations.publishInside(transaction, before.revision, next))) return false;
      await alongside(transaction);
      return true;
    });
    if (done !== null) return done;
  }
  return false;
}
