import type { ChainHead } from './chain';

/**
 * What a person holds on paper: how many events there were and how their head began. A chain alone does not stop
 * somebody who holds the signing key from writing it anew; a printed anchor in another's hands does.
 */
export interface Anchor {
  readonly count: number;
  /** The head, or at least its first 16 hex digits. */
  readonly head: string;
}

/** '12:0123abcd…' with the whole head, as it is printed and typed. */
export const anchorText = ({ count, head }: ChainHead): string => `${count}:${head}`;

/** Reads a typed anchor; spaces and capitals are forgiven. null when it is none, or shorter than 16 digits. */
export function parseAnchor(text: string): Anchor | null {
  const match = /^(\d{1,7})[:：]([0-9a-f]{16,64})$/.exec(text.replace(/\s/g, '').toLowerCase());
  return match?.[1] && match[2] ? { count: Number(match[1]), head: match[2] } : null;
}

/** Whether the chain is the one that was printed. `heads[n]` is where it stood after n events. */
export const fitsAnchor = (anchor: Anchor, heads: readonly ChainHead[]): boolean =>
  heads[anchor.count]?.head.startsWith(anchor.head) ?? false;
