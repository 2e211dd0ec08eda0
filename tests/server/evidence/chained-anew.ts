import { chainEvent, headAfter, startOfChain } from '@domain/evidence/chain';
import type { ChainedEvent, ChainHead, Entry, Genesis } from '@domain/evidence/chain';
import { sha256Text } from '@server/evidence/digests';

/** An attacker can make any hash, but no signature: the event with the hash that its changed content needs. */
export function rehashed(event: ChainedEvent): ChainedEvent {
  const before: ChainHead = { count: event.seq - 1, head: event.previous };
  return { ...event, hash: chainEvent(before, event.entry, sha256Text).hash };
}

/** A whole chain over these entries, as sound as the true one. */
export function chainedAnew(genesis: Genesis, entries: readonly Entry[]): readonly ChainedEvent[] {
  let head = startOfChain(genesis, sha256Text);
  return entries.map((entry) => {
    const event = chainEvent(head, entry, sha256Text);
    head = headAfter(event);
    return event;
  });
}
