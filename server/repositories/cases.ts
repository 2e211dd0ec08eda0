import type { Case } from '@domain/approval/case';
import type { StaffMember } from '@domain/approval/directory';
import type { Instant } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'cases';

const object = <Value>() => z.custom<Value>((value) => typeof value === 'object' && value !== null);

const caseDocument = lazily(() =>
  z.object({
    _id: z.string(),
    flowId: z.string(),
    flowVersion: z.int(),
    applicantId: z.string(),
    status: z.enum(['running', 'closed']),
    /** Number of commands folded in: the next commit is `caseId:revision + 1`. */
    revision: z.int(),
    /** When the clock must look at it; null: only people can move it. */
    nextWakeAt: z.nullable(z.int()),
    /** The fold of all events as JSON text: its maps have task ids as keys, and a field's name must not hold a dot. */
    stateJson: z.string(),
    /** The applicant as the directory last knew him, so that acting on the case need not read him again. */
    applicant: z.nullable(z.object({ name: z.string(), member: object<StaffMember>() })),
    /** For finding requests about one day: 'employmentId:date'. */
    subject: z.nullable(z.string()),
  }),
);

type Stored = z.output<ReturnType<typeof caseDocument>>;

export type CaseDocument = Omit<Stored, 'stateJson'> & { readonly state: Case };

function parse(document: unknown): CaseDocument {
  const { stateJson, ...rest } = parseDocument(COLLECTION, caseDocument, document);
  return { ...rest, state: JSON.parse(stateJson) as Case };
}

const stored = ({ state, ...rest }: CaseDocument): Stored => ({ ...rest, stateJson: JSON.stringify(state) });

export const cases = {
  async read(source: Database | Transaction, id: string): Promise<CaseDocument | null> {
    const found = await source.read(COLLECTION, id);
    return found === null ? null : parse(found);
  },
  add: (transaction: Transaction, document: CaseDocument): Promise<void> =>
    transaction.add(COLLECTION, stored(document)),
  store(transaction: Transaction, document: CaseDocument): Promise<void> {
    const { _id, ...fields } = stored(document);
    return transaction.update(COLLECTION, _id, { set: fields });
  },
  async toWake(database: Database, now: Instant, limit: number): Promise<readonly CaseDocument[]> {
    const where = { nextWakeAt: { lte: now } };
    return (await database.find(COLLECTION, where, { limit, orderBy: ['nextWakeAt', 'asc'] })).map(parse);
  },
  async about(database: Database, subject: string): Promise<readonly CaseDocument[]> {
    return (await database.find(COLLECTION, { subject }, { limit: 20 })).map(parse);
  },
  /** A person's own requests of one flow, newest first. */
  async ofApplicant(
    database: Database,
    applicantId: string,
    flowId: string,
    limit: number,
  ): Promise<readonly CaseDocument[]> {
    return (await database.find(COLLECTION, { applicantId, flowId }, { limit })).map(parse);
  },
};
