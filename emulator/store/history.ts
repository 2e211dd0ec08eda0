import type { Version } from './collection';

interface Superseded {
  /** The commit that replaced it. */
  readonly by: number;
  /** undefined: there was no such document. */
  readonly version: Version | undefined;
}

/** What documents were before, kept only while a running transaction may still ask. */
export class History {
  private readonly past = new Map<string, Superseded[]>();
  private readonly snapshots = new Map<string, number>();

  /** Keeps the past from this commit on until `forget`. */
  keep(transactionId: string, commit: number): void {
    this.snapshots.set(transactionId, commit);
  }

  forget(transactionId: string): void {
    this.snapshots.delete(transactionId);
    if (this.snapshots.size === 0) this.past.clear();
  }

  supersede(collection: string, key: string, version: Version | undefined, by: number): void {
    if (this.snapshots.size === 0) return;
    const place = `${collection}\0${key}`;
    const list = this.past.get(place);
    if (list) list.push({ by, version });
    else this.past.set(place, [{ by, version }]);
  }

  /** Whether someone changed the document after the snapshot. */
  changedAfter(collection: string, key: string, snapshot: number): boolean {
    return (this.past.get(`${collection}\0${key}`) ?? []).some(({ by }) => by > snapshot);
  }

  /** The document as the snapshot saw it. */
  versionAt(
    collection: string,
    key: string,
    snapshot: number,
    current: Version | undefined,
  ): Version | undefined {
    const replaced = this.past.get(`${collection}\0${key}`)?.find(({ by }) => by > snapshot);
    return replaced ? replaced.version : current;
  }
}
