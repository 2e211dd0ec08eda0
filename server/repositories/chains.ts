import type { ChainedEvent, ChainHead, Genesis } from '@domain/evidence/chain';
import type { Checkpoint, CheckpointReason, PublicKey } from '@domain/evidence/checkpoint';
import { type Instant, instantOf } from '@domain/time/instant';
import type { LocalDate } from '@domain/time/local-date';
import * as z from 'zod/mini';
import { canonicalJson } from '@domain/evidence/canonical-json';
import { lazily } from '@contract/lazily';
import type { Database, Transaction } from '../ports';
import { parseDocument } from './parse-document';
import { storedDate } from './stored-values';

const HEADS = 'chains';
const EVENTS = 'chain';
const CHECKPOINTS = 'checkpoints';
const KEYS = 'chainKeys';

const headDocument = lazily(() =>
  z.object({
    /** The case. */
    _id: z.string(),
    tenant: z.string(),
    flowDigest: z.string(),
    count: z.int(),
    head: z.string(),
    /** The last event of the workflow's log that is on the chain. */
    throughSeq: z.int(),
    /** When the first event came that no checkpoint covers; null: all are covered. */
    uncoveredSince: z.nullable(z.int()),
    /** The first day on which something of the case must be destroyed; null: not known yet, or nothing left. */
    purgeOn: z.nullable(storedDate),
  }),
);

export type StoredHead = z.output<ReturnType<typeof headDocument>>;

const eventDocument = lazily(() =>
  z.object({
    /** caseId:seq, by add: of two writers one finds the place taken. */
    _id: z.string(),
    caseId: z.string(),
    seq: z.int(),
    /** The event in canonical JSON, spelt exactly as it is hashed: its maps have task ids as keys. */
    json: z.string(),
  }),
);

const checkpointDocument = lazily(() =>
  z.object({
    /** caseId:count: one signature over one head is enough. */
    _id: z.string(),
    tenant: z.string(),
    caseId: z.string(),
    count: z.int(),
    head: z.string(),
    at: z.int(),
    reason: z.custom<CheckpointReason>((value) => typeof value === 'string'),
    keyId: z.string(),
    signature: z.string(),
  }),
);

const keyDocument = lazily(() =>
  z.object({
    _id: z.string(),
    publicKey: z.string(),
    from: z.int(),
    until: z.nullable(z.int()),
  }),
);

export const genesisOf = ({ _id, tenant, flowDigest }: StoredHead): Genesis => ({
  tenant,
  caseId: _id,
  flowDigest,
});
export const chainHeadOf = ({ count, head }: StoredHead): ChainHead => ({ count, head });

export const chains = {
  async head(source: Database | Transaction, caseId: string): Promise<StoredHead | null> {
    const found = await source.read(HEADS, caseId);
    return found === null ? null : parseDocument(HEADS, headDocument, found);
  },
  addHead: (transaction: Transaction, head: StoredHead): Promise<void> => transaction.add(HEADS, head),
  storeHead(transaction: Transaction, { _id, ...fields }: StoredHead): Promise<void> {
    return transaction.update(HEADS, _id, { set: fields });
  },
  covered: (database: Database, caseId: string, count: number): Promise<boolean> =>
    database.updateWhere(HEADS, caseId, { count }, { set: { uncoveredSince: null } }),
  setPurgeOn: (database: Database, caseId: string, purgeOn: LocalDate | null): Promise<boolean> =>
    database.updateWhere(HEADS, caseId, {}, { set: { purgeOn } }),
  async uncoveredBefore(database: Database, at: Instant, limit: number): Promise<readonly StoredHead[]> {
    const found = await database.find(HEADS, { uncoveredSince: { lt: at } }, { limit });
    return found.map((head) => parseDocument(HEADS, headDocument, head));
  },
  async toPurge(database: Database, today: LocalDate, limit: number): Promise<readonly StoredHead[]> {
    const found = await database.find(HEADS, { purgeOn: { lte: today } }, { limit });
    return found.map((head) => parseDocument(HEADS, headDocument, head));
  },

  addEvent: (transaction: Transaction, caseId: string, event: ChainedEvent): Promise<void> =>
    transaction.add(EVENTS, {
      _id: `${caseId}:${event.seq}`,
      caseId,
      seq: event.seq,
      json: canonicalJson(event),
    } as z.output<ReturnType<typeof eventDocument>>),
  async events(database: Database, caseId: string): Promise<readonly ChainedEvent[]> {
    const events: ChainedEvent[] = [];
    for (;;) {
      const where = { caseId, seq: { gt: events.length } };
      const found = await database.find(EVENTS, where, { limit: 1000, orderBy: ['seq', 'asc'] });
      for (const document of found)
        events.push(JSON.parse(parseDocument(EVENTS, eventDocument, document).json) as ChainedEvent);
      if (found.length < 1000) return events;
    }
  },

  addCheckpoint: (database: Database, checkpoint: Checkpoint): Promise<boolean> =>
    database.add(CHECKPOINTS, {
      _id: `${checkpoint.caseId}:${checkpoint.count}`,
      ...checkpoint,
    } as z.output<ReturnType<typeof checkpointDocument>>),
  async checkpoints(database: Database, caseId: string): Promise<readonly Checkpoint[]> {
    const found = await database.find(CHECKPOINTS, { caseId }, { limit: 1000, orderBy: ['count', 'asc'] });
    return found.map((document) => {
      const { _id: _, at, ...rest } = parseDocument(CHECKPOINTS, checkpointDocument, document);
      return { ...rest, at: instantOf(at) };
    });
  },

  addKey: (database: Database, key: PublicKey): Promise<boolean> =>
    database.add(KEYS, {
      _id: key.keyId,
      publicKey: key.publicKey,
      from: key.from,
      until: key.until,
    } as z.output<ReturnType<typeof keyDocument>>),
  async keys(database: Database): Promise<readonly PublicKey[]> {
    return (await database.find(KEYS, {}, { limit: 100, orderBy: ['from', 'asc'] })).map((document) => {
      const { _id, publicKey, from, until } = parseDocument(KEYS, keyDocument, document);
      return {
        keyId: _id,
        algorithm: 'ed25519',
        publicKey,
        from: instantOf(from),
        until: until === null ? null : instantOf(until),
      };
    });
  },
  endKey: (database: Database, keyId: string, until: Instant): Promise<boolean> =>
    database.updateWhere(KEYS, keyId, { until: null }, { set: { until } }),
};
