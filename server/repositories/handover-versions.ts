import type { HandoverContent } from '@domain/offboarding/handover-content';
import type { KeptVersion } from '@domain/offboarding/handover-of-log';
import { instantOf } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'handoverVersions';

const versionDocument = lazily(() =>
  z.object({
    /** caseId:number, by add and never by set: what two people signed stays what it was. */
    _id: z.string(),
    caseId: z.string(),
    number: z.int(),
    recipient: z.string(),
    /** As JSON text: its maps have the template's keys, and a field's name must not hold a dot. */
    contentJson: z.string(),
    submittedAt: z.int(),
    digest: z.string(),
  }),
);

type Stored = z.output<ReturnType<typeof versionDocument>>;

const versionOf = ({ number, recipient, contentJson, submittedAt, digest }: Stored): KeptVersion => ({
  number,
  recipient,
  content: JSON.parse(contentJson) as HandoverContent,
  submittedAt: instantOf(submittedAt),
  digest,
});

/** Every version of every handover, each once and for good. */
export const handoverVersions = {
  /** Oldest first. */
  async ofCase(database: Database, caseId: string): Promise<readonly KeptVersion[]> {
    const found = await database.find(COLLECTION, { caseId }, { limit: 1000, orderBy: ['number', 'asc'] });
    return found.map((document) => versionOf(parseDocument(COLLECTION, versionDocument, document)));
  },
  /** After the retention: that there were versions stays, what they said does not. */
  async forget(database: Database, caseId: string): Promise<void> {
    for (const { number } of await handoverVersions.ofCase(database, caseId))
      await database.updateWhere(COLLECTION, `${caseId}:${number}`, {}, { set: { contentJson: '{}' } });
  },
  /** In the transaction of the command that hands it in: there is no version that the case does not know. */
  add(
    transaction: Transaction,
    caseId: string,
    { number, recipient, content, submittedAt, digest }: KeptVersion,
  ): Promise<void> {
    const document: Stored = {
      _id: `${caseId}:${number}`,
      caseId,
      number,
      recipient,
      contentJson: JSON.stringify(content),
      submittedAt,
      digest,
    };
    return transaction.add(COLLECTION, document);
  },
};
