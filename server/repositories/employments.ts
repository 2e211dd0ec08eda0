import type { LocalDate } from '@domain/time/local-date';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import { ROLES } from '@contract/roles';
import type { Changes, Database, Transaction, Where } from '../ports';
import { parseDocument } from './parse-document';
import { storedDate } from './stored-values';

const COLLECTION = 'employments';
const MOST_A_READ = 1000;

/** One identity the person holds for a while (domain/people/person.ts). */
const assignment = () =>
  z.object({
    from: storedDate,
    to: z.nullable(storedDate),
    main: z.boolean(),
    departmentIds: z.array(z.string()),
    postId: z.nullable(z.string()),
  });

/** What the rules of attendance need to know of somebody. */
export const plannedPerson = () =>
  z.object({
    _id: z.string(),
    name: z.string(),
    /** Dated, oldest first: moving department on the 10th does not change the 9th. */
    assignments: z.array(assignment()),
    tags: z.array(z.string()),
    hireDate: storedDate,
    /** Last day of the employment, when it is known. */
    lastDay: z.nullable(storedDate),
  });

export type PlannedPerson = z.output<ReturnType<typeof plannedPerson>>;

const employmentDocument = lazily(() =>
  z.object({
    ...plannedPerson().shape,
    roles: z.array(z.enum(ROLES)),
    branchId: z.string(),
    /** When the access ends; absent or null: on the last day at 18:00. */
    accessEndsAt: z.optional(z.nullable(z.int())),
    /** The leaving that set the end last, and whether its consequences for others were looked at. */
    ending: z.optional(z.object({ caseId: z.string(), planned: z.boolean() })),
    /** The one WeChat identity that this employment is bound to. */
    openid: z.nullable(z.string()),
  }),
);

export type Employment = z.output<ReturnType<typeof employmentDocument>>;

const parse = (document: unknown): Employment => parseDocument(COLLECTION, employmentDocument, document);

export const employments = {
  async ofOpenid(database: Database, openid: string): Promise<Employment | null> {
    const found = await database.find(COLLECTION, { openid }, { limit: 1 });
    return found[0] === undefined ? null : parse(found[0]);
  },
  async read(database: Database | Transaction, id: string): Promise<Employment | null> {
    const found = await database.read(COLLECTION, id);
    return found === null ? null : parse(found);
  },
  async ofIds(database: Database, ids: readonly string[]): Promise<readonly Employment[]> {
    if (ids.length === 0) return [];
    return (await database.find(COLLECTION, { _id: { in: ids } }, { limit: 1000 })).map(parse);
  },
  /** Whose end was set, moved or taken back since it was last looked at. */
  async withUnplannedEnd(database: Database, limit: number): Promise<readonly Employment[]> {
    return (await database.find(COLLECTION, { 'ending.planned': false }, { limit })).map(parse);
  },
  /** It was looked at, unless the end has moved again meanwhile. */
  endPlanned: (database: Database, { _id, lastDay, accessEndsAt = null }: Employment): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, { lastDay, accessEndsAt }, { set: { 'ending.planned': true } }),
  /** Everybody, in order of id, a thousand a read. */
  async all(database: Database): Promise<readonly Employment[]> {
    const found: Employment[] = [];
    for (let after = ''; ;) {
      const page = await database.find(
        COLLECTION,
        { _id: { gt: after } },
        { limit: MOST_A_READ, orderBy: ['_id', 'asc'] },
      );
      found.push(...page.map(parse));
      if (page.length < MOST_A_READ) return found;
      after = found.at(-1)?._id ?? '';
    }
  },
  /** A page of people in the order of their ids, those who left included. */
  async page(
    database: Database,
    where: Where,
    after: string | null,
    limit: number,
  ): Promise<readonly Employment[]> {
    const beyond = after === null ? where : { ...where, _id: { gt: after } };
    return (await database.find(COLLECTION, beyond, { limit, orderBy: ['_id', 'asc'] })).map(parse);
  },
  /** Whose name holds the text and who has not left by this day; of one branch, or of all. At most 40. */
  async named(
    database: Database,
    text: string,
    today: LocalDate,
    branchId: string | null,
  ): Promise<readonly Employment[]> {
    const where = {
      ...(text !== '' && { name: { contains: text } }),
      ...(branchId !== null && { branchId }),
    };
    const [staying, leaving] = await Promise.all(
      [null, { gte: today }].map((lastDay) =>
        database.find(COLLECTION, { ...where, lastDay }, { limit: 20, orderBy: ['name', 'asc'] }),
      ),
    );
    return [...(staying ?? []), ...(leaving ?? [])].map(parse);
  },
  /** Whose name holds the text, also of those who have left; of one branch, or of all. At most 100. */
  async everNamed(database: Database, text: string, branchId: string | null): Promise<readonly Employment[]> {
    const where = { name: { contains: text }, ...(branchId !== null && { branchId }) };
    return (await database.find(COLLECTION, where, { limit: 100, orderBy: ['name', 'asc'] })).map(parse);
  },
  /** Who holds a role, those who left included. */
  async holding(database: Database, role: string): Promise<readonly Employment[]> {
    return (await database.find(COLLECTION, { roles: role }, { limit: MOST_A_READ })).map(parse);
  },
  /** Who is, was or will be assigned to a department or holds a post; a thousand at most. */
  async assignedTo(
    database: Database,
    field: 'assignments.departmentIds' | 'assignments.postId' | 'branchId',
    id: string,
  ): Promise<readonly Employment[]> {
    return (await database.find(COLLECTION, { [field]: id }, { limit: MOST_A_READ })).map(parse);
  },
  add: (database: Database, employment: Employment): Promise<boolean> => database.add(COLLECTION, employment),
  addInside: (transaction: Transaction, employment: Employment): Promise<void> =>
    transaction.add(COLLECTION, employment),
  addAllInside: (transaction: Transaction, all: readonly Employment[]): Promise<void> =>
    transaction.addAll(COLLECTION, all),
  /** For somebody who was never here: nothing may name him. */
  removeInside: (transaction: Transaction, id: string): Promise<void> => transaction.remove(COLLECTION, id),
  update: (transaction: Transaction, id: string, changes: Changes): Promise<void> =>
    transaction.update(COLLECTION, id, changes),
};
