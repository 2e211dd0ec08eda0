import { canonicalJson } from './canonical-json';

/** SHA-256 in lower-case hex, 64 digits. */
export type Digest = string;

/** SHA-256 of the text's UTF-8 bytes. Injected: the domain has no crypto. */
export type DigestText = (text: string) => Digest;

/**
 * What a digest or a signature is for. The tag is hashed with the value, so that a digest made for one purpose
 * can never be shown as another: an entry is not a checkpoint, whatever its fields say.
 */
export type DomainTag =
  | 'zhoudao.genesis.v1'
  | 'zhoudao.event.v1'
  | 'zhoudao.personal.v1'
  | 'zhoudao.content.v1'
  | 'zhoudao.checkpoint.v1'
  | 'zhoudao.bundle.v1';

/** Exactly what is hashed or signed: the tag, a line feed, the canonical JSON. */
export const tagged = (tag: DomainTag, value: unknown): string => `${tag}\n${canonicalJson(value)}`;
