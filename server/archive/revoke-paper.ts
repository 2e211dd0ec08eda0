import { caseDocuments } from '../repositories/case-documents';
import { appendToChain } from './append-to-chain';
import { chainCase } from './chain-case';
import type { Keeper } from './keeper';
import { signCheckpoint } from './sign-checkpoint';

/**
 * Withdraws a paper: the verify page says so from now on. The file stays, the chain says who and when; the reason
 * stands with the paper, not on the chain. Resolves to false when it was withdrawn already, or is none.
 */
export async function revokePaper(
  keeper: Keeper,
  documentId: string,
  by: string,
  reason: string,
): Promise<boolean> {
  const { database, clock } = keeper.ports;
  const row = await caseDocuments.read(database, documentId);
  if (!row) return false;
  await chainCase(keeper, row.caseId);
  let done = false;
  const at = clock.now();
  const head = await appendToChain(keeper, row.caseId, async () => {
    const now = await caseDocuments.read(database, documentId);
    done = now?.form === 'paper' && now.state === 'kept' && now.revoked === null;
    if (!done || !now) return null;
    const { key, version, number, digest } = now;
    return {
      entries: [
        {
          type: 'documentRevoked',
          at,
          actor: by,
          identity: 'session',
          facts: { key, version, number, digest },
          documents: [],
          sealed: [],
          purged: [],
        },
      ],
      beside: (transaction) =>
        caseDocuments.update(transaction, documentId, { set: { revoked: { at, by, reason } } }),
    };
  });
  if (done) await signCheckpoint(keeper, head, 'certificate');
  return done;
}
