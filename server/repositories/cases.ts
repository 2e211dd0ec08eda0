import type { Case } from '@domain/approval/case';
import type { StaffMember } from '@domain/approval/directory';
import { holdersOf } from '@domain/approval/held';
import { LEAVING_FLOWS } from '@domain/offboarding/flows/leaving-flows';
import type { Instant } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'cases';

const LEAVING_FLOW_IDS = LEAVING_FLOWS.map(({ id }) => id);

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
    /** The applicant as the directory knew him under an organisation: while that is in force, nobody reads him again. */
    applicant: z.nullable(z.object({ name: z.string(), member: object<StaffMember>(), under: z.int() })),
    /** For finding requests about one day: 'employmentId:date'. */
    subject: z.nullable(z.string()),
    /** Whoever holds a task of it now; follows from the state, for finding what a person holds. */
    assignees: z.array(z.string()),
    /** The organisation under which it found nobody to ask, or no due date; null: it goes its way. */
    stuckUnder: z.nullable(z.int()),
  }),
);

type Stored = z.output<ReturnType<typeof caseDocument>>;

export type CaseDocument = Omit<Stored, 'stateJson' | 'assignees'> & { readonly state: Case };

function parse(document: unknown): CaseDocument {
  const { stateJson, assignees: _, ...rest } = parseDocument(COLLECTION, caseDocument, document);
  return { ...rest, state: JSON.parse(stateJson) as Case };
}

const stored = ({ state, ...rest }: CaseDocument): Stored => ({
  ...rest,
  stateJson: JSON.stringify(state),
  assignees: [...holdersOf(state)],
});

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
  /** After the retention: what the closed case was about stays, what people wrote and were paid does not. */
  async forgetWords(database: Database, { _id, state }: CaseDocument): Promise<void> {
    const withdrawal = state.withdrawal && { ...state.withdrawal, reason: '' };
    const bare: Case = { ...state, forms: {}, post: {}, settlement: [], withdrawal };
    await database.updateWhere(COLLECTION, _id, {}, { set: { stateJson: JSON.stringify(bare) } });
  },
  async toWake(database: Database, now: Instant, limit: number): Promise<readonly CaseDocument[]> {
    const where = { nextWakeAt: { lte: now } };
    return (await database.find(COLLECTION, where, { limit, orderBy: ['nextWakeAt', 'asc'] })).map(parse);
  },
  /** Running cases in which this person holds a task, or somebody else does in his place. */
  async heldBy(database: Database, personId: string, limit: number): Promise<readonly CaseDocument[]> {
    return (await database.find(COLLECTION, { assignees: personId }, { limit })).map(parse);
  },
  /** Cases that got stuck under an older organisation. */
  async stuckBefore(database: Database, revision: number, limit: number): Promise<readonly CaseDocument[]> {
    return (await database.find(COLLECTION, { stuckUnder: { lt: revision } }, { limit })).map(parse);
  },
  /** It was tried under this organisation as well and is stuck still. */
  stillStuck: (database: Database, { _id, revision }: CaseDocument, under: number): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, { revision }, { set: { stuckUnder: under } }),
  async about(database: Database, subject: string): Promise<readonly CaseDocument[]> {
    return (await database.find(COLLECTION, { subject }, { limit: 20 })).map(parse);
  },
  /** Leaving cases of these people, running or not. */
  async leavingsOf(
    database: Database,
    applicantIds: readonly string[],
    limit: number,
  ): Promise<readonly CaseDocument[]> {
    if (applicantIds.length === 0) return [];
    const where = { applicantId: { in: applicantIds }, flowId: { in: LEAVING_FLOW_IDS } };
    return (await database.find(COLLECTION, where, { limit, orderBy: ['status', 'desc'] })).map(parse);
  },
  async runningLeavings(database: Database, limit: number): Promise<readonly CaseDocument[]> {
    const where = { flowId: { in: LEAVING_FLOW_IDS }, status: 'running' };
    return (await database.find(COLLECTION, where, { limit })).map(parse);
  },
  /** Running cases of these flows that these people began. */
  async runningOf(
    database: Database,
    applicantIds: readonly string[],
    flowIds: readonly string[],
  ): Promise<readonly CaseDocument[]> {
    if (applicantIds.length === 0) return [];
    const where = { applicantId: { in: applicantIds }, flowId: { in: flowIds }, status: 'running' };
    return (await database.find(COLLECTION, where, { limit: 1000 })).map(parse);
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
