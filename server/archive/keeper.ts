import type { SealIdentity } from '../documents/seal-identity';
import type { Typeface } from '../documents/typeface';
import type { SealingKey } from '../evidence/ed25519';
import type { Ports } from '../ports';

/** What the `documents` function alone holds: the keys, the font, the verifier. */
export interface Keeper {
  readonly ports: Ports;
  /** Names the deployment in every chain: its environment's id. */
  readonly tenant: string;
  /** Signs checkpoints and exports. */
  readonly chainKey: SealingKey;
  /** Seals PDFs. */
  readonly seal: SealIdentity;
  /** Where a paper's QR code leads; null: into the scanner of the mini-program's own page. */
  readonly verifyPage: string | null;
  typeface(): Typeface;
  /** The offline verifier as one file, which every bundle carries. */
  verifier(): Uint8Array;
}
