import { generateKeyPairSync } from 'node:crypto';
import { chainEvent, headAfter, startOfChain } from '@domain/evidence/chain';
import type { ChainedEvent, ChainHead, Entry, Genesis } from '@domain/evidence/chain';
import { makeCheckpoint } from '@domain/evidence/checkpoint';
import type { CheckpointReason, PublicKey } from '@domain/evidence/checkpoint';
import { purge, seal } from '@domain/evidence/personal-data';
import type { KeptRecord } from '@domain/evidence/personal-data';
import { instantOf } from '@domain/time/instant';
import { sha256Bytes, sha256Text } from '@server/evidence/digests';
import { sealingKey } from '@server/evidence/ed25519';
import type { SealingKey } from '@server/evidence/ed25519';
import type { BundledDocument, BundleSource } from '@server/evidence/write-bundle';

export const newKey = (): SealingKey =>
  sealingKey(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());

const START = Date.UTC(2026, 9, 22, 1);
const MINUTE = 60_000;
export const after = (minutes: number) => instantOf(START + minutes * MINUTE);

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const paper = (key: string, title: string, text: string, retention = 'contract'): BundledDocument => ({
  key,
  title,
  version: 1,
  digest: sha256Bytes(bytes(text)),
  retention,
  extension: 'pdf',
  bytes: bytes(text),
});

/** What differs between two cases of the same shape. */
export interface CaseWords {
  readonly caseId: string;
  readonly reason: string;
  readonly certificate: string;
}

export const ZHANG: CaseWords = { caseId: 'case-zhang', reason: '家里有事', certificate: '张䶮的离职证明' };
export const LI: CaseWords = { caseId: 'case-li', reason: '另有发展', certificate: '李一的离职证明' };

export interface LeavingCase {
  readonly source: BundleSource;
  readonly heads: readonly ChainHead[];
}

/**
 * A finished case: nine events, three documents and an identity photo. After the case the photo and the ID number
 * are purged by rule, so that one of each kind of record is there and one is gone.
 */
export function leavingCase(
  key: SealingKey,
  { caseId, reason, certificate }: CaseWords = ZHANG,
): LeavingCase {
  const genesis: Genesis = { tenant: 'company-1', caseId, flowDigest: sha256Text('notice flow v1') };
  const sealed = (name: string, value: string, salt: string): KeptRecord =>
    seal(caseId, name, value, salt.repeat(32), sha256Text);
  const why = sealed('notice.reason', reason, 'a');
  const idNumber = sealed('notice.idNumber', '11010519491231002X', 'b');
  const notice = paper('notice', '离职通知', `${reason}，通知离职`);
  const list = paper('handover', '工作交接清单', '客户清单、代码仓库、笔记本电脑', 'handover');
  const proof = paper('certificate', '解除劳动合同证明', certificate);
  const photo = paper('idPhoto', '身份证照片', `photo of ${caseId}`, 'identityPhoto');

  const log = chainOf(genesis, [
    { type: 'caseStarted', sealed: [why, idNumber], documents: [photo] },
    { type: 'noticeArrived', documents: [notice], identity: 'basic' },
    { type: 'taskDecided', facts: { outcome: 'acknowledged' }, actor: 'p-leader' },
    { type: 'documentChanged', documents: [list] },
    { type: 'signed', facts: { document: 'handover', level: 'basic' }, identity: 'basic' },
    { type: 'signed', facts: { document: 'handover', level: 'basic' }, actor: 'p-wang', identity: 'basic' },
    { type: 'documentChanged', documents: [proof], actor: 'system', identity: 'system' },
    { type: 'caseClosed', actor: 'system', identity: 'system' },
    {
      type: 'purged',
      actor: 'system',
      identity: 'system',
      purged: [
        { digest: photo.digest, rule: 'identityPhoto' },
        { digest: idNumber.digest, rule: 'identityPhoto' },
      ],
    },
  ]);
  const checkpoint = (count: number, why: CheckpointReason) =>
    makeCheckpoint(genesis, log.heads[count] as ChainHead, after(count + 1), why, key.keyId, key.sign);
  return {
    heads: log.heads,
    source: {
      genesis,
      events: log.events,
      checkpoints: [checkpoint(6, 'signature'), checkpoint(7, 'certificate'), checkpoint(8, 'close')],
      keys: [publicHalf(key)],
      personal: [why, purge(idNumber)],
      documents: [notice, list, proof, { ...photo, bytes: null }],
      exportedAt: after(600),
      verifier: bytes('// verifier'),
    },
  };
}

export const publicHalf = ({ keyId, publicKey }: SealingKey): PublicKey => ({
  keyId,
  algorithm: 'ed25519',
  publicKey,
  from: after(-1000),
  until: null,
});

/** Entries put one after the other, a minute apart. */
export function chainOf(
  genesis: Genesis,
  entries: readonly (Partial<Entry> & Pick<Entry, 'type'>)[],
): { readonly events: readonly ChainedEvent[]; readonly heads: readonly ChainHead[] } {
  const heads = [startOfChain(genesis, sha256Text)];
  const events = entries.map((entry, index): ChainedEvent => {
    const event = chainEvent(
      heads[index] as ChainHead,
      {
        type: entry.type,
        at: after(index + 1),
        actor: entry.actor ?? 'p-zhang',
        identity: entry.identity ?? 'session',
        facts: entry.facts ?? {},
        documents: (entry.documents ?? []).map(({ key, digest }) => ({ key, digest })),
        sealed: (entry.sealed ?? []).map(({ name, digest }) => ({ name, digest })),
        purged: entry.purged ?? [],
      },
      sha256Text,
    );
    heads.push(headAfter(event));
    return event;
  });
  return { events, heads };
}
