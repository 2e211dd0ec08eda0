import { LIMITS } from './limits';
import { databaseFailed } from './refusal';

/** @throws DATABASE_REQUEST_FAILED when the documents of one reply are too much together */
export function refuseLargeReply(texts: readonly string[]): void {
  // A UTF-16 unit is at most three bytes of UTF-8: most replies need no exact count.
  const units = texts.reduce((sum, text) => sum + text.length, 0);
  if (units * 3 <= LIMITS.queryReplyBytes) return;
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > LIMITS.queryReplyBytes)
    throw databaseFailed(
      `the reply has ${bytes} bytes; at most ${LIMITS.queryReplyBytes} are sent. Use limit() or field().`,
    );
}
