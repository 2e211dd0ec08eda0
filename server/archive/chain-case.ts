import { randomBytes } from 'node:crypto';
import type { CaseEvent } from '@domain/approval/events';
import type { CheckpointReason } from '@domain/evidence/checkpoint';
import { entryOfEvent } from '@domain/evidence/entry-of-event';
import type { ChainableEvent } from '@domain/evidence/entry-of-event';
import type { RetentionClass } from '@domain/evidence/retention';
import { sha256Text } from '../evidence/digests';
import { commits } from '../repositories/commits';
import type { StoredHead } from '../repositories/chains';
import { personalRecords } from '../repositories/personal-records';
import { appendToChain } from './append-to-chain';
import { filesNamedBy } from './files-of-events';
import type { Keeper } from './keeper';
import { planPurge } from './plan-purge';
import { signCheckpoint } from './sign-checkpoint';

/** A transaction lives thirty seconds at most: a long log goes on the chain in parts. */
const EVENTS_AT_A_TIME = 40;

/**
 * Puts what is in the log and not yet on the chain there, free text and forms sealed beside it, and signs where a
 * signature or the close asks for it. May run as often as it likes.
 */
export async function chainCase(keeper: Keeper, caseId: string): Promise<StoredHead> {
  const { database } = keeper.ports;
  const log = await commits.ofCase(database, caseId);
  const events = log.flatMap((commit) => commit.events);
  let head = await chainPart(keeper, caseId, events);
  while (head.throughSeq < (events[events.length - 1]?.seq ?? 0))
    head = await chainPart(keeper, caseId, events);
  await Promise.all(
    log.filter(({ chain }) => chain === 'due').map(({ _id }) => commits.chained(database, _id)),
  );
  return head;
}

async function chainPart(keeper: Keeper, caseId: string, events: readonly CaseEvent[]): Promise<StoredHead> {
  let part: readonly CaseEvent[] = [];
  const head = await appendToChain(keeper, caseId, async ({ throughSeq }) => {
    part = events.filter(({ seq }) => seq > throughSeq).slice(0, EVENTS_AT_A_TIME);
    const files = await filesNamedBy(keeper, caseId, part);
    const chainable = part.map((event) => entryOfEvent(event, freshSalt, sha256Text));
    const entries = chainable.map(({ entry }) => ({
      ...entry,
      // A digest without a file is a fact of the event; a mark would ask every bundle for the file.
      documents: entry.documents.filter(({ key, digest }) => files.has(`${key} ${digest}`)),
    }));
    return {
      entries,
      throughSeq: part[part.length - 1]?.seq ?? throughSeq,
      beside: async (transaction) => {
        for (const row of chainable.flatMap((one) => rowsOf(keeper, caseId, one)))
          await personalRecords.add(transaction, row);
        for (const keep of files.values()) await keep(transaction);
      },
    };
  });
  const reason = reasonIn(part);
  if (reason) await signCheckpoint(keeper, head, reason);
  if (reason === 'close') await planPurge(keeper, caseId, null);
  return head;
}

/** Random for each value alone: 128 bits. */
const freshSalt = (): string => randomBytes(16).toString('hex');

function rowsOf({ ports }: Keeper, caseId: string, { entry, records }: ChainableEvent) {
  return records.map(({ name, digest, salt, value }) => ({
    _id: personalRecords.idOf(caseId, name),
    caseId,
    name,
    digest,
    retention: retentionOf(entry.type),
    box: ports.cipher.seal(JSON.stringify({ salt, value }), personalRecords.placeOf(caseId, name)),
  }));
}

/** Amounts are wage records; forms and reasons belong to the leaving itself; the rest is conversation. */
function retentionOf(type: string): RetentionClass {
  if (type === 'settled') return 'wages';
  return type === 'commented' || type === 'talkAsked' ? 'conversation' : 'contract';
}

function reasonIn(events: readonly CaseEvent[]): CheckpointReason | null {
  if (events.some(({ body }) => body.type === 'caseClosed')) return 'close';
  return events.some(({ body }) => body.type === 'signed') ? 'signature' : null;
}
