import fc from 'fast-check';
import { evaluateDay } from '@domain/attendance/evaluate-day';
import { explain } from '@domain/attendance/explain';
import { FINDING_KINDS } from '@domain/attendance/finding';
import type { FindingKind } from '@domain/attendance/finding';
import type { Carry, DayStatus, Verdict } from '@domain/attendance/verdict';
import { localDateOf } from '@domain/time/local-date';
import { plansOf } from './judge-days';
import { WILD_DAYS, setCompany, wildCompany } from './wild-company';

const CASES = 100_000;
const ROUNDS = 4;

/** Mondays before clock changes, leap days, a day that one country skipped; and quiet ones. */
const PLACES = [
  ['2026-03-02', 'America/New_York'],
  ['2026-10-26', 'America/New_York'],
  ['2026-03-30', 'Australia/Lord_Howe'],
  ['2011-12-26', 'Pacific/Apia'],
  ['2024-02-26', 'Asia/Shanghai'],
  ['2999-12-10', 'UTC'],
  ['1986-04-28', 'Asia/Shanghai'],
] as const;

/** A failure is repeated with FUZZ_SEED=… npx jest …; without it every run draws its own. */
const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

test(`${CASES} days judged by chance: never NaN, never a throw, every clause met (seed ${seed})`, () => {
  console.log(`fuzz seed ${seed}`);
  const companies = fc.sample(wildCompany, { seed, numRuns: Math.ceil(CASES / WILD_DAYS / ROUNDS) });
  const kinds = new Set<FindingKind>();
  const statuses = new Set<DayStatus>();
  let cases = 0;
  companies.forEach((company, i) => {
    const [monday, zone] = PLACES[i % PLACES.length] ?? PLACES[0];
    const set = setCompany(company, localDateOf(monday), zone);
    const plans = plansOf(set);
    for (let round = 0; round < ROUNDS; round++) {
      // Fewer punches each round, and the last one as things stand in the middle of the days.
      const punches = set.punches.filter((_, n) => n % ROUNDS >= round);
      const asOf = round === ROUNDS - 1 ? (set.punches[0]?.minute ?? null) : null;
      let carry: Carry | null = null;
      for (const plan of plans) {
        const verdict = evaluateDay(plan, punches, set.approvals, carry, asOf);
        carry = verdict.carryOut;
        const wrong = whatIsWrongWith(verdict);
        if (wrong !== null)
          throw new Error(
            `seed ${seed}, company ${i}, ${verdict.date}: ${wrong}\n${JSON.stringify(company)}`,
          );
        statuses.add(verdict.status);
        for (const { kind } of verdict.findings) kinds.add(kind);
        cases += 1;
      }
    }
  });
  expect(cases).toBeGreaterThanOrEqual(CASES);
  // A clause that chance never meets is a clause nobody can reach.
  expect(FINDING_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
  expect([...statuses].sort()).toEqual(
    [
      'absent',
      'early',
      'holiday',
      'late',
      'leave',
      'missing',
      'normal',
      'outing',
      'pending',
      'rest',
      'trip',
      'unscheduled',
    ].sort(),
  );
});

/** null for a sound verdict: whole numbers, none below zero where none can be, sentences without holes. */
function whatIsWrongWith(verdict: Verdict): string | null {
  const hole = holeIn(verdict, 'verdict');
  if (hole !== null) return hole;
  const { lateMinutes, earlyMinutes, absentMinutes, workedMinutes, requiredMinutes } = verdict;
  for (const minutes of [lateMinutes, earlyMinutes, absentMinutes, workedMinutes, requiredMinutes])
    if (minutes < 0) return `minutes below zero: ${minutes}`;
  if (absentMinutes > requiredMinutes) return `absent ${absentMinutes} of ${requiredMinutes}`;
  const sentences = explain(verdict);
  if (sentences.length === 0) return 'nothing to say';
  const odd = sentences.find((sentence) => /NaN|undefined|null|--:--|-\d/.test(sentence));
  return odd ?? null;
}

function holeIn(value: unknown, path: string): string | null {
  if (typeof value === 'number')
    return Number.isFinite(value) && (Number.isInteger(value) || path.endsWith('multiple'))
      ? null
      : `${path} is ${value}`;
  if (value === undefined) return `${path} is undefined`;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, inner] of Object.entries(value)) {
    const hole = holeIn(inner, `${path}.${key}`);
    if (hole !== null) return hole;
  }
  return null;
}
