import type { Version } from './collection';

interface Superseded {
  readonly place: string;
  /** The commit that replaced it. */
  readonly by: number;
  /** undefined: there was no such document. */
  readonly version: Version | undefined;
}

/** What documents were before, kept only as long as a running transaction may still ask. */
export class History {
  /** By document, oldest first. */
  private readonly past = new Map<string, Superseded[]>();
  /** The same entries in the order of their commits. */
  private inOrder: Superseded[] = [];
  private readonly snapshots = new Map<string, number>();

  /** How many former states are kept. */
  get size(): number {
    return this.inOrder.length;
  }

  /** Keeps the past from this commit on until `forget`. */
  keep(transactionId: string, commit: number): void {
    this.snapshots.set(transactionId, commit);
  }

  forget(transactionId: string): void {
    if (!this.snapshots.delete(transactionId)) return;
    const oldest = Math.min(...this.snapshots.values());
    const firstNeeded = this.inOrder.findIndex(({ by }) => by > oldest);
    const unneeded = firstNeeded < 0 ? this.inOrder.length : firstNeeded;
    for (const { place } of this.inOrder.slice(0, unneeded)) this.dropOldest(place);
    if (unneeded > 0) this.inOrder = this.inOrder.slice(unneeded);
  }

  supersede(collection: string, key: string, version: Version | undefined, by: number): void {
    if (this.snapshots.size === 0) return;
    const place = placeOf(collection, key);
    const entry = { place, by, version };
    this.inOrder.push(entry);
    const list = this.past.get(place);
    if (list) list.push(entry);
    else this.past.set(place, [entry]);
  }

  /** Whether someone changed the document after the snapshot. */
  changedAfter(collection: string, key: string, snapshot: number): boolean {
    return (this.past.get(placeOf(collection, key))?.at(-1)?.by ?? 0) > snapshot;
  }

  /** The document as the snapshot saw it. */
  versionAt(
    collection: string,
    key: string,
    snapshot: number,
    current: Version | undefined,
  ): Version | undefined {
    const replaced = this.past.get(placeOf(collection, key))?.find(({ by }) => by > snapshot);
    return replaced ? replaced.version : current;
  }

  private dropOldest(place: string): void {
    const list = this.past.get(place);
    list?.shift();
    if (list?.length === 0) this.past.delete(place);
  }
}

const placeOf = (collection: string, key: string): string => `${collection}\0${key}`;
