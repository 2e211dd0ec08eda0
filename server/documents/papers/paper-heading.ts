import type { Instant } from '@domain/time/instant';
import type { Anchor } from '../paper';

/** What every paper of a case bears. */
export interface PaperHeading {
  readonly organisation: string;
  readonly number: string;
  readonly anchor: Anchor | null;
  readonly checkCode: string | null;
  readonly verifyPage: string | null;
  readonly madeAt: Instant;
}

/** The person whom the papers are about. */
export interface Employee {
  readonly name: string;
  readonly idNumber: string;
  readonly department: string;
  readonly post: string;
}
