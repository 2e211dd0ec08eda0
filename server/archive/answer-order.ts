import * as z from 'zod/mini';
import { chainCase } from './chain-case';
import { exportCase } from './export-case';
import { makePaper } from './issue-paper';
import { keepByHand } from './keep-by-hand';
import type { Keeper } from './keeper';
import { PAPER_KEYS } from './paper-order';
import { purgeCase } from './purge-case';
import { revokePaper } from './revoke-paper';
import { signCheckpoint } from './sign-checkpoint';

/** What the other functions may ask of the `documents` function. */
const order = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('make'),
    caseId: z.string(),
    document: z.string(),
    template: z.string(),
    nodeId: z.string(),
    round: z.int(),
  }),
  z.object({
    do: z.literal('keepByHand'),
    caseId: z.string(),
    document: z.enum(PAPER_KEYS),
    nodeId: z.string(),
    round: z.int(),
    by: z.string(),
    fileId: z.string(),
  }),
  z.object({ do: z.literal('chain'), caseId: z.string() }),
  z.object({ do: z.literal('sign'), caseId: z.string() }),
  z.object({ do: z.literal('export'), caseId: z.string(), by: z.string() }),
  z.object({ do: z.literal('purge'), caseId: z.string() }),
  z.object({ do: z.literal('revoke'), documentId: z.string(), by: z.string(), reason: z.string() }),
]);

export type ArchiveOrder = z.output<typeof order>;

/** Does one order; throws on one that nobody here gives. */
export async function answerOrder(keeper: Keeper, event: unknown): Promise<unknown> {
  const asked = order.parse(event);
  switch (asked.do) {
    case 'make':
      return makePaper(keeper, asked);
    case 'keepByHand':
      return keepByHand(keeper, asked);
    case 'chain':
      await chainCase(keeper, asked.caseId);
      return null;
    case 'sign':
      await signCheckpoint(keeper, await chainCase(keeper, asked.caseId), 'nightly');
      return null;
    case 'export':
      return exportCase(keeper, asked.caseId, asked.by);
    case 'purge':
      return purgeCase(keeper, asked.caseId);
    case 'revoke':
      return revokePaper(keeper, asked.documentId, asked.by, asked.reason);
  }
}
