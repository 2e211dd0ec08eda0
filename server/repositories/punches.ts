import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'punches';
const MOST_A_READ = 1000;

const punchFact = lazily(() =>
  z.object({
    /** employmentId:punchId, so that nobody can meet another person's punch. */
    _id: z.string(),
    employmentId: z.string(),
    /** Server arrival, epoch ms: the only time that is judged. */
    at: z.int(),
    /** What the button said at that moment; null for a refused attempt. */
    kind: z.nullable(z.enum(['in', 'out'])),
    dutyDate: z.string(),
    /** Set when it was refused: attempts are facts too, and a repeat gets the same answer. */
    refused: z.nullable(z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) })),
    position: z.nullable(
      z.object({ latitude: z.number(), longitude: z.number(), accuracyMeters: z.number() }),
    ),
    placeId: z.nullable(z.string()),
    distanceMeters: z.nullable(z.number()),
    /** The phone's own claim of a punch that waited without a network; never judged. */
    claimedAt: z.nullable(z.int()),
    /** null: this fact was lost and made again from its card by the day close. */
    device: z.nullable(
      z.object({ model: z.string(), utcOffsetMinutes: z.number(), id: z.optional(z.string()) }),
    ),
    /** The access point that proved the place, or was named beside it; absent: none. */
    wifi: z.optional(z.object({ bssid: z.string(), ssid: z.string() })),
    /** The case of a press outside every place; absent: it was none. */
    outsideCaseId: z.optional(z.string()),
    /** `import`: from a machine's file, with the machine's time; absent: a press in the mini-program. */
    source: z.optional(z.literal('import')),
    /** The machine that an imported row names. */
    machine: z.optional(z.string()),
  }),
);

export type PunchFact = z.output<ReturnType<typeof punchFact>>;

const parse = (document: unknown): PunchFact => parseDocument(COLLECTION, punchFact, document);

/** Facts: added, never changed. */
export const punches = {
  idOf: (employmentId: string, punchId: string): string => `${employmentId}:${punchId}`,
  add: (database: Database, fact: PunchFact): Promise<boolean> => database.add(COLLECTION, fact),
  async read(database: Database, id: string): Promise<PunchFact | null> {
    const found = await database.read(COLLECTION, id);
    return found === null ? null : parse(found);
  },
  /** Everybody's after one instant up to another, oldest first: as many reads of a thousand as it takes. */
  async between(database: Database, after: number, until: number): Promise<readonly PunchFact[]> {
    const found = new Map<string, PunchFact>();
    for (let from = after + 1; ;) {
      const page = await database.find(
        COLLECTION,
        { at: { gte: from } },
        { limit: MOST_A_READ, orderBy: ['at', 'asc'] },
      );
      const facts = page.map(parse);
      for (const fact of facts) if (fact.at <= until) found.set(fact._id, fact);
      const last = facts.at(-1)?.at ?? until;
      if (facts.length < MOST_A_READ || last > until) return [...found.values()];
      // Several may have the last one's instant: they come again, and count once.
      from = last > from ? last : from + 1;
    }
  },
  /** Accepted and refused punches of one person from an instant on, oldest first. */
  async since(
    database: Database,
    employmentId: string,
    from: number,
    limit: number,
  ): Promise<readonly PunchFact[]> {
    const found = await database.find(
      COLLECTION,
      { employmentId, at: { gte: from } },
      { limit, orderBy: ['at', 'asc'] },
    );
    return found.map(parse);
  },
};
