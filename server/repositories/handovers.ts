import type { HandoverTemplate } from '@domain/offboarding/handover-template';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Changes, Database } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'handovers';

const object = <Value>() => z.custom<Value>((value) => typeof value === 'object' && value !== null);

const comment = () =>
  z.object({
    /** The phone's id of the press: a repeat says it once. */
    id: z.string(),
    version: z.int(),
    item: z.string(),
    by: z.string(),
    at: z.int(),
    text: z.string(),
  });

const file = () =>
  z.object({
    digest: z.string(),
    name: z.string(),
    by: z.string(),
    at: z.int(),
  });

const handoverDocument = lazily(() =>
  z.object({
    /** The case's id. */
    _id: z.string(),
    /** Counts what was said and attached; versions are documents of their own. */
    revision: z.int(),
    /** The template as it was when the handover began: a later one does not change this list. */
    template: object<HandoverTemplate>(),
    employee: z.string(),
    comments: z.array(comment()),
    /** Whatever was attached while the list was written; a line names digests out of these. */
    files: z.array(file()),
  }),
);

export type HandoverDocument = z.output<ReturnType<typeof handoverDocument>>;

/** The handover of each case beside its versions (handover-versions.ts) and its case's log. */
export const handovers = {
  async read(database: Database, caseId: string): Promise<HandoverDocument | null> {
    const found = await database.read(COLLECTION, caseId);
    return found === null ? null : parseDocument(COLLECTION, handoverDocument, found);
  },
  /** Resolves to false when somebody else began it. */
  begin: (
    database: Database,
    caseId: string,
    employee: string,
    template: HandoverTemplate,
  ): Promise<boolean> => {
    const document: HandoverDocument = {
      _id: caseId,
      revision: 1,
      template,
      employee,
      comments: [],
      files: [],
    };
    return database.add(COLLECTION, document);
  },
  /** After the retention: what was said about the items, and what was attached. */
  forget: (database: Database, caseId: string): Promise<boolean> =>
    database.updateWhere(COLLECTION, caseId, {}, { set: { comments: [], files: [] } }),
  /** Writes if nobody wrote since it was read; resolves to whether it did. */
  store(
    database: Database,
    { _id, revision }: HandoverDocument,
    more: Partial<Pick<HandoverDocument, 'comments' | 'files'>>,
  ): Promise<boolean> {
    const changes: Changes = { set: { ...more }, increment: { revision: 1 } };
    return database.updateWhere(COLLECTION, _id, { revision }, changes);
  },
};
