import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { writeEjson } from '../protocol/ejson';
import type { DocumentStore } from '../store/document-store';

const SECRETS = '$secrets';

/** What a signature allows. */
export type Purpose = 'upload' | 'download';

/** Signs what may be done with a path until an instant. The secret lives with the data, so URLs outlive a restart. */
export class UrlSigner {
  private readonly secret: string;

  constructor(store: DocumentStore) {
    const kept = store.own(SECRETS).slots.get('url')?.current.document.secret;
    this.secret = typeof kept === 'string' ? kept : randomBytes(32).toString('hex');
    if (kept !== this.secret)
      store.apply([{ collection: SECRETS, key: 'url', text: writeEjson({ secret: this.secret }) }]);
  }

  /** @param until epoch milliseconds */
  sign(purpose: Purpose, path: string, until: number): string {
    return createHmac('sha256', this.secret).update(`${purpose}\n${until}\n${path}`).digest('hex');
  }

  verify(purpose: Purpose, path: string, until: number, signature: string): boolean {
    const right = Buffer.from(this.sign(purpose, path, until));
    const given = Buffer.from(signature);
    return right.length === given.length && timingSafeEqual(right, given);
  }
}
