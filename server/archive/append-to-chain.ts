import { chainEvent, headAfter, startOfChain } from '@domain/evidence/chain';
import type { ChainHead, Entry } from '@domain/evidence/chain';
import { sha256Text } from '../evidence/digests';
import type { Transaction } from '../ports';
import { type CaseDocument, cases } from '../repositories/cases';
import { chainHeadOf, chains, genesisOf, type StoredHead } from '../repositories/chains';
import type { Keeper } from './keeper';

const ATTEMPTS_AT_A_RACE = 8;

/** What goes on the chain in one step, and what must be written with it or not at all. */
export interface Appending {
  readonly entries: readonly Entry[];
  /** The last event of the workflow's log among them. */
  readonly throughSeq?: number;
  /** Writes of the same transaction. */
  beside?(transaction: Transaction): Promise<void>;
}

/**
 * Appends to a case's chain, one writer at a time: head, events and what hangs on them are one transaction, and
 * whoever loses reads the head again. `prepare` gets the head as it then is; null from it appends nothing.
 *
 * @throws Error when the case is not there, or after eight lost races
 */
export async function appendToChain(
  keeper: Keeper,
  caseId: string,
  prepare: (head: StoredHead) => Promise<Appending | null>,
): Promise<StoredHead> {
  const { database, clock } = keeper.ports;
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const before = await chains.head(database, caseId);
    const head = before ?? emptyHead(keeper, await caseOf(keeper, caseId));
    const appending = await prepare(head);
    if (appending === null || appending.entries.length === 0) return head;
    const after = await database.transaction(async (transaction) => {
      const now = await chains.head(transaction, caseId);
      if ((now?.count ?? -1) !== (before?.count ?? -1)) return null;
      let at: ChainHead = chainHeadOf(head);
      for (const entry of appending.entries) {
        const event = chainEvent(at, entry, sha256Text);
        await chains.addEvent(transaction, caseId, event);
        at = headAfter(event);
      }
      const next: StoredHead = {
        ...head,
        ...at,
        throughSeq: appending.throughSeq ?? head.throughSeq,
        uncoveredSince: head.uncoveredSince ?? clock.now(),
      };
      await (before ? chains.storeHead(transaction, next) : chains.addHead(transaction, next));
      await appending.beside?.(transaction);
      return next;
    });
    if (after) return after;
  }
  throw new Error(`the chain of ${caseId} was written by others ${ATTEMPTS_AT_A_RACE} times`);
}

async function caseOf({ ports }: Keeper, caseId: string): Promise<CaseDocument> {
  const stored = await cases.read(ports.database, caseId);
  if (!stored) throw new Error(`there is no case ${caseId}`);
  return stored;
}

function emptyHead({ tenant }: Keeper, { _id, state }: CaseDocument): StoredHead {
  const empty = { _id, tenant, flowDigest: state.flow.digest, count: 0, head: '' };
  const start = startOfChain(genesisOf(empty as StoredHead), sha256Text);
  return { ...empty, ...start, throughSeq: 0, uncoveredSince: null, purgeOn: null };
}
