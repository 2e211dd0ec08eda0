import type { Because, Finding } from './finding';
import type { Verdict } from './verdict';

type StoredBecause = Partial<Omit<Because, 'rule' | 'version'>> & Pick<Because, 'basis'>;

interface StoredFinding {
  readonly kind: Finding['kind'];
  readonly minutes?: number;
  readonly segment?: number;
  readonly because: StoredBecause;
}

/**
 * A verdict as a sheet keeps it: what is null, zero, false or empty is left out, and the findings' rule and
 * version, which are the verdict's own. A month of these with its punches fits in 16 KB (tested).
 */
export type StoredVerdict = Partial<Omit<Verdict, 'findings' | 'carryOut'>> &
  Pick<Verdict, 'date' | 'status' | 'carryOut'> & { readonly findings?: readonly StoredFinding[] };

const EMPTY: Omit<Verdict, 'date' | 'status' | 'carryOut'> = {
  ruleId: null,
  ruleVersion: null,
  shiftId: null,
  shiftVersion: null,
  zone: 'Asia/Shanghai',
  dueIn: null,
  dueOut: null,
  cards: [],
  missing: [],
  lateMinutes: 0,
  lateCount: 0,
  earlyMinutes: 0,
  earlyCount: 0,
  absentMinutes: 0,
  absentCount: 0,
  workedMinutes: 0,
  requiredMinutes: 0,
  overtime: [],
  night: [],
  covers: [],
  provisional: false,
  findings: [],
};

const NO_BECAUSE: Omit<Because, 'rule' | 'version' | 'basis'> = {
  expected: null,
  actual: null,
  measured: null,
  limit: null,
  unit: null,
  row: null,
  date: null,
  punch: null,
};

/** Leaves out what `defaults` says anyway. */
function sparse<T extends object>(full: T, defaults: Partial<T>): Partial<T> {
  const left: Partial<T> = {};
  for (const key of Object.keys(full) as (keyof T)[]) {
    const value = full[key];
    const plain = defaults[key];
    const same = Array.isArray(value) ? value.length === 0 && Array.isArray(plain) : value === plain;
    if (!same) left[key] = value;
  }
  return left;
}

export function storeVerdict(verdict: Verdict): StoredVerdict {
  const { findings, ...rest } = verdict;
  const stored = {
    ...sparse(rest, EMPTY),
    date: verdict.date,
    status: verdict.status,
    carryOut: verdict.carryOut,
  };
  return findings.length === 0 ? stored : { ...stored, findings: findings.map(storeFinding) };
}

export function restoreVerdict(stored: StoredVerdict): Verdict {
  const verdict = { ...EMPTY, ...stored, findings: [] as Finding[] };
  for (const finding of stored.findings ?? []) verdict.findings.push(restoreFinding(finding, verdict));
  return verdict;
}

function storeFinding({ kind, minutes, segment, because }: Finding): StoredFinding {
  const { rule: _rule, version: _version, ...facts } = because;
  return {
    kind,
    ...(minutes !== 0 && { minutes }),
    ...(segment !== null && { segment }),
    because: { ...sparse(facts, NO_BECAUSE), basis: because.basis },
  };
}

const restoreFinding = (
  stored: StoredFinding,
  verdict: Pick<Verdict, 'ruleId' | 'ruleVersion'>,
): Finding => ({
  kind: stored.kind,
  minutes: stored.minutes ?? 0,
  segment: stored.segment ?? null,
  because: { ...NO_BECAUSE, ...stored.because, rule: verdict.ruleId, version: verdict.ruleVersion },
});
