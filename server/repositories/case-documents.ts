import type { RetentionClass } from '@domain/evidence/retention';
import { RETENTION } from '@domain/evidence/retention';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Changes, Database, Transaction, Where } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'documents';

const anchor = () => z.object({ count: z.int(), head: z.string(), keyId: z.string() });
const retention = z.custom<RetentionClass>((value) => typeof value === 'string' && value in RETENTION);

const caseDocument = lazily(() =>
  z.object({
    /** caseId:key:version; for the text that people signed 'caseId:key-text:version', for photos 'caseId:photo:n'. */
    _id: z.string(),
    caseId: z.string(),
    /** The engine's document key: 'notice', 'receipt', 'certificate' … */
    key: z.string(),
    version: z.int(),
    /** paper: a sealed PDF. text: exactly what a signature's digest is of. photo: a picture of the case. */
    form: z.enum(['paper', 'text', 'photo']),
    /** Whose case it is. */
    employmentId: z.string(),
    title: z.string(),
    /** 'ZM-2026-4F7K-9Q2M', of papers only. */
    number: z.nullable(z.string()),
    retention,
    /** reserved: number, time and anchor are fixed, the file is not there yet. */
    state: z.enum(['reserved', 'kept', 'purged']),
    madeAt: z.int(),
    /** Where the chain stood then; printed on the paper. */
    anchor: z.nullable(anchor()),
    /** What ordered it: 'nodeId#round'. The same order makes nothing twice. */
    orderedBy: z.string(),
    /** Random, hashed with the words of the paper: without it nobody can guess them from the code that is printed. */
    salt: z.nullable(z.string()),
    /** SHA-256 of the file. */
    digest: z.nullable(z.string()),
    /** SHA-256 over salt and words; its beginning is the code that a paper prints. */
    contentDigest: z.nullable(z.string()),
    fileId: z.nullable(z.string()),
    bytes: z.int(),
    extension: z.string(),
    revoked: z.nullable(z.object({ at: z.int(), by: z.string(), reason: z.string() })),
  }),
);

export type CaseDocumentRow = z.output<ReturnType<typeof caseDocument>>;

const parse = (document: unknown): CaseDocumentRow => parseDocument(COLLECTION, caseDocument, document);

const many = async (database: Database, where: Where): Promise<readonly CaseDocumentRow[]> =>
  (await database.find(COLLECTION, where, { limit: 1000, orderBy: ['madeAt', 'asc'] })).map(parse);

export const caseDocuments = {
  add: (database: Database, row: CaseDocumentRow): Promise<boolean> => database.add(COLLECTION, row),
  addInside: (transaction: Transaction, row: CaseDocumentRow): Promise<void> =>
    transaction.add(COLLECTION, row),
  async read(source: Database | Transaction, id: string): Promise<CaseDocumentRow | null> {
    const found = await source.read(COLLECTION, id);
    return found === null ? null : parse(found);
  },
  update: (transaction: Transaction, id: string, changes: Changes): Promise<void> =>
    transaction.update(COLLECTION, id, changes),
  /** Everything of a case, oldest first. */
  ofCase: (database: Database, caseId: string) => many(database, { caseId }),
  versionsOf: (database: Database, caseId: string, key: string) =>
    many(database, { caseId, key, form: 'paper' }),
  /** The papers about a person, over all cases. */
  papersAbout: (database: Database, employmentId: string) => many(database, { employmentId, form: 'paper' }),
  async ofNumber(database: Database, number: string): Promise<CaseDocumentRow | null> {
    return (await many(database, { number }))[0] ?? null;
  },
  keptWithDigest: (database: Database, digest: string) => many(database, { digest, state: 'kept' }),
  /** Purged rows whose file has not been removed yet. */
  forgetFile: (database: Database, { _id, fileId }: CaseDocumentRow): Promise<boolean> =>
    database.updateWhere(COLLECTION, _id, { fileId, state: 'purged' }, { set: { fileId: null } }),
};
