import type { Instant } from '@domain/time/instant';
import * as z from 'zod/mini';
import { lazily } from '@contract/lazily';
import type { Transaction } from '../ports';
import { parseDocument } from './parse-document';

const COLLECTION = 'bindings';

const bindingDocument = lazily(() =>
  z.object({
    /** The OPENID: one WeChat identity stands for one employment at a time. */
    _id: z.string(),
    employmentId: z.string(),
    boundAt: z.int(),
  }),
);

export type Binding = z.output<ReturnType<typeof bindingDocument>>;

export const bindings = {
  async read(transaction: Transaction, openid: string): Promise<Binding | null> {
    const found = await transaction.read(COLLECTION, openid);
    return found === null ? null : parseDocument(COLLECTION, bindingDocument, found);
  },
  add: (transaction: Transaction, openid: string, employmentId: string, boundAt: Instant): Promise<void> =>
    transaction.add(COLLECTION, { _id: openid, employmentId, boundAt } as Binding),
  /** The identity stands for another employment from now on. */
  again: (transaction: Transaction, openid: string, employmentId: string, boundAt: Instant): Promise<void> =>
    transaction.update(COLLECTION, openid, { set: { employmentId, boundAt } }),
};
