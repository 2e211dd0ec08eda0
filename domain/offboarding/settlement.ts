import { isWellFormed } from '../evidence/canonical-json';
import { tagged } from '../evidence/digest';
import type { Digest, DigestText } from '../evidence/digest';
import { ok, refuse } from '../result';
import type { Refusal, Result } from '../result';
import type { Instant } from '../time/instant';
import { totalsOf } from './settlement-lines';
import type { SettlementLine } from './settlement-lines';

/** A proposal and what the employee said to it. Versions are only added. */
export interface Settlement {
  readonly caseId: string;
  readonly versions: readonly SettlementVersion[];
}

export interface SettlementVersion {
  readonly number: number;
  readonly lines: readonly SettlementLine[];
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly digest: Digest;
  readonly answer:
    | { readonly is: 'confirmed'; readonly by: string; readonly at: Instant }
    | { readonly is: 'objected'; readonly by: string; readonly at: Instant; readonly reason: string }
    | null;
}

type Nothing = Readonly<Record<string, never>>;

/** Why finance's lines are no proposal. */
export type ProposalRefusal =
  | Refusal<'settlement.line-invalid', { readonly line: number; readonly reason: LineFault }>
  | Refusal<'settlement.too-many-lines', { readonly most: number }>
  | Refusal<'settlement.empty', Nothing>
  | Refusal<'settlement.deductions-exceed-wages', { readonly wagesFen: number }>;

/** Why the employee's word is not taken. */
export type AnswerRefusal =
  | Refusal<'settlement.empty', Nothing>
  | Refusal<'settlement.changed', { readonly version: number; readonly digest: Digest }>
  | Refusal<'settlement.answered', { readonly version: number }>
  | Refusal<'settlement.reason-blank', Nothing>;

export type LineFault =
  'not whole 分' | 'negative' | 'too large' | 'note missing' | 'note too long' | 'broken character';

/** 100 million yuan a line: larger is a slip of the finger, and sums stay safe integers. */
const LARGEST_FEN = 10_000_000_000;
const LONGEST_NOTE = 200;
const MOST_LINES = 100;

function lineFault({ fen, note }: SettlementLine): LineFault | null {
  if (!Number.isSafeInteger(fen)) return 'not whole 分';
  if (fen < 0 || Object.is(fen, -0)) return 'negative';
  if (fen > LARGEST_FEN) return 'too large';
  if (note.trim() === '') return 'note missing';
  if (note.length > LONGEST_NOTE) return 'note too long';
  return isWellFormed(note) ? null : 'broken character';
}

/** A next version for the employee to confirm or object to. */
export function proposeSettlement(
  settlement: Settlement,
  lines: readonly SettlementLine[],
  proposedBy: string,
  proposedAt: Instant,
  digest: DigestText,
): Result<Settlement, ProposalRefusal> {
  if (lines.length === 0) return refuse('settlement.empty', {});
  if (lines.length > MOST_LINES) return refuse('settlement.too-many-lines', { most: MOST_LINES });
  for (const [index, line] of lines.entries()) {
    const reason = lineFault(line);
    if (reason) return refuse('settlement.line-invalid', { line: index + 1, reason });
  }
  const { wagesFen } = totalsOf(lines);
  if (wagesFen < 0) return refuse('settlement.deductions-exceed-wages', { wagesFen });
  const number = settlement.versions.length + 1;
  const bound = { caseId: settlement.caseId, number, lines };
  const next: SettlementVersion = {
    number,
    lines,
    proposedBy,
    proposedAt,
    digest: digest(tagged('zhoudao.content.v1', bound)),
    answer: null,
  };
  return ok({ ...settlement, versions: [...settlement.versions, next] });
}

export const currentSettlement = ({ versions }: Settlement): SettlementVersion | null =>
  versions[versions.length - 1] ?? null;

/** `seen` is the digest of what the employee had in front of them. */
export const confirmSettlement = (
  settlement: Settlement,
  seen: Digest,
  by: string,
  at: Instant,
): Result<Settlement, AnswerRefusal> => answered(settlement, seen, { is: 'confirmed', by, at });

/** An objection asks for a next version. It holds back nothing that is owed. */
export function objectToSettlement(
  settlement: Settlement,
  seen: Digest,
  by: string,
  at: Instant,
  reason: string,
): Result<Settlement, AnswerRefusal> {
  if (reason.trim() === '') return refuse('settlement.reason-blank', {});
  return answered(settlement, seen, { is: 'objected', by, at, reason });
}

function answered(
  settlement: Settlement,
  seen: Digest,
  answer: NonNullable<SettlementVersion['answer']>,
): Result<Settlement, AnswerRefusal> {
  const current = currentSettlement(settlement);
  if (!current) return refuse('settlement.empty', {});
  const { number: version, digest } = current;
  if (seen !== digest) return refuse('settlement.changed', { version, digest });
  if (current.answer !== null) return refuse('settlement.answered', { version });
  return ok({ ...settlement, versions: [...settlement.versions.slice(0, -1), { ...current, answer }] });
}
