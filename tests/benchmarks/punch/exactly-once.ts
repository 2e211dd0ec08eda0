import type { Database, Document } from '../../../server/ports';
import type { PunchFact } from '../../../server/repositories/punches';
import type { Sheet } from '../../../server/repositories/sheets';

/**
 * Reads every fact and every sheet back.
 *
 * @param acknowledged `employmentId:punchId` of each punch that was answered with success
 * @param sent how many were sent; ids of other punches do not begin with `bench-`
 * @throws Error unless facts and sheets hold every acknowledged punch once, and nothing else
 */
export async function storedExactlyOnce(
  database: Database,
  acknowledged: ReadonlySet<string>,
  sent: number,
): Promise<void> {
  const facts = (await all<PunchFact>(database, 'punches'))
    .filter(({ refused }) => refused === null)
    .map(({ _id }) => _id);
  const cards = (await all<Sheet>(database, 'sheets')).flatMap(({ employmentId, days }) =>
    Object.values(days).flatMap(({ punches }) => punches.map(([id]) => `${employmentId}:${id}`)),
  );
  if (acknowledged.size !== sent)
    throw new Error(`${acknowledged.size} of ${sent} punches were acknowledged`);
  for (const [where, ids] of Object.entries({ facts, cards })) {
    const own = ids.filter((id) => id.includes(':bench-'));
    if (own.length !== sent || new Set(own).size !== sent || !own.every((id) => acknowledged.has(id)))
      throw new Error(`${own.length} ${where} of ${sent} acknowledged punches: not each exactly once`);
  }
}

async function all<Kind extends Document>(database: Database, collection: string): Promise<Kind[]> {
  const found: Kind[] = [];
  for (;;) {
    const after = found[found.length - 1]?._id ?? '';
    const page = (await database.find(
      collection,
      { _id: { gt: after } },
      { limit: 1000, orderBy: ['_id', 'asc'] },
    )) as unknown as Kind[];
    found.push(...page);
    if (page.length < 1000) return found;
  }
}
