import { unzipSync } from 'fflate';
import { verifyBundle } from '@domain/evidence/verify-bundle';
import type { Outside } from '@domain/evidence/verify-bundle';
import { sha256Bytes, sha256Text } from '@server/evidence/digests';
import { checkEd25519, keyIdOf } from '@server/evidence/ed25519';
import { readBundle } from '@server/evidence/read-bundle';
import { REPACKED, unreadableVerdict, verdictText } from '@server/evidence/verdict-text';
import { packed } from '@server/evidence/write-bundle';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);

export type Json = { [key: string]: unknown };

/** The files of a bundle, open to an attacker. */
export class OpenBundle {
  readonly files: Map<string, Uint8Array>;

  constructor(zip: Uint8Array) {
    this.files = new Map(Object.entries(unzipSync(zip)));
  }

  lines(path: string): string[] {
    return text(this.files.get(path)).split('\n').slice(0, -1);
  }

  rows(path: string): Json[] {
    return this.lines(path).map((line) => JSON.parse(line) as Json);
  }

  /** Keys keep the order they were read in, so the lines stay canonical unless a key is added. */
  write(path: string, rows: readonly (Json | string)[]): void {
    const written = rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`);
    this.files.set(path, bytes(written.join('')));
  }

  /** Packed again, with every digest that needs no key put right: only signatures still stand in the way. */
  zip(): Uint8Array {
    const [manifest] = this.rows('manifest.json');
    if (manifest) {
      manifest['files'] = [...this.files]
        .filter(([path]) => path !== 'manifest.json' && path !== 'seal.json')
        .map(([path, content]) => ({ digest: sha256Bytes(content), path }))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
      this.write('manifest.json', [manifest]);
    }
    return packed(this.files);
  }
}

export const tampered = (zip: Uint8Array, change: (bundle: OpenBundle) => void): Uint8Array => {
  const open = new OpenBundle(zip);
  change(open);
  return open.zip();
};

/** What the offline verifier says, as the command does. */
export function verdictOn(
  zip: Uint8Array,
  brought: Partial<Pick<Outside, 'anchors' | 'trustedKeyIds'>> = {},
): string {
  const read = readBundle(zip);
  if (!read.ok) return unreadableVerdict(read.unreadable);
  const verdict = verifyBundle(read.value, {
    digest: sha256Text,
    check: checkEd25519,
    keyIdOf,
    anchors: brought.anchors ?? [],
    trustedKeyIds: brought.trustedKeyIds ?? [],
  });
  return verdict.sound && !read.originalPacking ? REPACKED : verdictText(verdict);
}
