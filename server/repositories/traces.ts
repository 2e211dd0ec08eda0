import type { Database } from '../ports';

/** Where somebody leaves something that others rely on, and what it is. Documents themselves are not looked into. */
const TRACES: readonly (readonly [collection: string, field: string, what: string])[] = [
  ['sheets', 'employmentId', '已经有考勤记录'],
  ['rosters', 'employmentId', '已经排班'],
  ['cases', 'subject', '已经有流程'],
  ['requestBooks', '_id', '已经有假期或申请'],
  ['assets', '_id', '已经领用物品'],
];

/** By person, what of at most fifty of them there is already; somebody without is not in it. */
export async function tracesOf(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await Promise.all(
    TRACES.map(async ([collection, field, what]) => {
      const documents = await database.find(collection, { [field]: { in: [...ids] } }, { limit: 1000 });
      return documents.map((one) => [String((one as Record<string, unknown>)[field]), what] as const);
    }),
  );
  return new Map(found.flat());
}
