import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database } from '../ports';
import { type PlannedPerson, plannedPerson } from './employments';
import { parseDocument } from './parse-document';

const COLLECTION = 'recomputePeople';
/** A document stays under the cloud's 512 KB, also of people with many assignments. */
const PEOPLE_A_PART = 500;
/** Half a million people. */
const MOST_PARTS = 1000;

const partDocument = lazily(() =>
  z.object({
    /** 'job:n' */
    _id: z.string(),
    jobId: z.string(),
    number: z.int(),
    people: z.array(plannedPerson()),
  }),
);

const idOf = (jobId: string, number: number): string => `${jobId}:${number}`;

/**
 * The people of a job as publishing read them, in order: working a job off then reads sheets and nobody a second time.
 * Whoever changes somebody's assignments has to see to the days gone by anyhow. Gone when the job is done.
 */
export const rejudgePeople = {
  async add(database: Database, jobId: string, people: readonly PlannedPerson[]): Promise<void> {
    const parts: Promise<boolean>[] = [];
    for (let at = 0; at < people.length; at += PEOPLE_A_PART) {
      const number = at / PEOPLE_A_PART;
      const some = people.slice(at, at + PEOPLE_A_PART).map(bare);
      parts.push(
        database.add(COLLECTION, { _id: idOf(jobId, number), jobId, number, people: some } as never),
      );
    }
    await Promise.all(parts);
  },
  /** All of them, by one read. */
  async ofJob(database: Database, jobId: string): Promise<readonly PlannedPerson[]> {
    const found = await database.find(COLLECTION, { jobId }, { limit: MOST_PARTS });
    return found
      .map((document) => parseDocument(COLLECTION, partDocument, document))
      .sort((a, b) => a.number - b.number)
      .flatMap(({ people }) => people);
  },
  async remove(database: Database, jobId: string, people: number): Promise<void> {
    const numbers = Array.from({ length: Math.ceil(people / PEOPLE_A_PART) }, (_, number) => number);
    await Promise.all(numbers.map((number) => database.remove(COLLECTION, idOf(jobId, number))));
  },
};

/** Without what planning does not need: identity and roles stay where they are. */
const bare = ({ _id, name, hireDate, lastDay, assignments, tags }: PlannedPerson): PlannedPerson => ({
  _id,
  name,
  hireDate,
  lastDay,
  assignments,
  tags,
});
