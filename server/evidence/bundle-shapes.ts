import { z } from 'zod';
import { DOCUMENT_FOLDER } from '@domain/evidence/bundle';
import { instantOf } from '@domain/time/instant';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const keyId = z.string().regex(/^[0-9a-f]{16}$/);
const signature = z.string().regex(/^[0-9a-f]{128}$/);
const instant = z.int().transform((at) => instantOf(at));
const text = z.string();
const count = z.int().min(0);

const entry = z.strictObject({
  type: text,
  at: instant,
  actor: text,
  identity: z.enum(['system', 'session', 'basic', 'reliable']),
  facts: z.unknown(),
  documents: z.array(z.strictObject({ key: text, digest })),
  sealed: z.array(z.strictObject({ name: text, digest })),
  purged: z.array(z.strictObject({ digest, rule: text })),
});

/** Every file of the bundle that is read, line by line. Strict: a property more is another shape. */
export const BUNDLE_SHAPES = {
  genesis: z.strictObject({ tenant: text, caseId: text, flowDigest: digest }),
  events: z.strictObject({ seq: z.int().min(1), previous: digest, entry, hash: digest }),
  checkpoints: z.strictObject({
    tenant: text,
    caseId: text,
    count,
    head: digest,
    at: instant,
    reason: z.enum(['signature', 'certificate', 'close', 'nightly']),
    keyId,
    signature,
  }),
  keys: z.strictObject({
    keyId,
    algorithm: z.literal('ed25519'),
    publicKey: digest,
    from: instant,
    until: instant.nullable(),
  }),
  personal: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('kept'), name: text, digest, salt: text, value: text }),
    z.strictObject({ state: z.literal('purged'), name: text, digest }),
  ]),
  documents: z.strictObject({
    key: text,
    title: text,
    version: z.int().min(1),
    digest,
    retention: text,
    state: z.enum(['kept', 'purged']),
    path: z.string().startsWith(DOCUMENT_FOLDER).nullable(),
  }),
  manifest: z.strictObject({
    format: z.literal('zhoudao-evidence-1'),
    tenant: text,
    caseId: text,
    exportedAt: instant,
    count,
    head: digest,
    files: z.array(z.strictObject({ path: text, digest })),
  }),
  seal: z.strictObject({ keyId, signature }),
} as const;
