import { EMPTY_ROSTER, planDays } from '../../schedule/plan-day';
import type { DutyPlan } from '../../schedule/day-outline';
import type { RuleBook } from '../../schedule/rule-book';
import { addDays } from '../../time/local-date';
import type { LocalDate } from '../../time/local-date';
import type { Approval } from '../approval';
import { evaluateDay } from '../evaluate-day';
import type { Punch } from '../punch';
import { approvalsOf } from '../request-duration';
import type { Carry, Verdict } from '../verdict';
import type { JudgeInput, JudgedPerson } from './read-judge-file';

/** Everybody's days, in the order of the file. A generator, so that ten thousand people need not fit in memory. */
export function* judgePeople(input: JudgeInput): Generator<readonly [JudgedPerson, Verdict[]]> {
  const judge = createJudge(input.book, input.from, input.to);
  for (const person of input.people) yield [person, judge(person, input.asOf)];
}

const NO_APPROVALS: readonly Approval[] = [];

/** A judge of [from, to] under one book: plans that many people share are made once. */
export function createJudge(
  book: RuleBook,
  from: LocalDate,
  to: LocalDate,
): (judged: JudgedPerson, asOf: JudgeInput['asOf']) => Verdict[] {
  const shared = new Map<string, DutyPlan[]>();
  const plansFor = ({ person, roster }: JudgedPerson): DutyPlan[] => {
    const key = groupOf(book, person, from, to);
    if (key === null) return planDays(book, person, roster, from, to);
    let plans = shared.get(key);
    if (plans === undefined) shared.set(key, (plans = planDays(book, person, EMPTY_ROSTER, from, to)));
    return plans.some(({ rule }) => rule?.onRoster === true)
      ? planDays(book, person, roster, from, to)
      : plans;
  };
  return (judged, asOf) => {
    const plans = plansFor(judged);
    const approvals =
      judged.requests.length === 0
        ? NO_APPROVALS
        : judged.requests.flatMap(({ kind, type, span }) => approvalsOf(kind, type.id, span, plans));
    return judgeDays(plans, judged.punches, approvals, asOf);
  };
}

/** Walks sorted punches along the plans, carrying each scheduled day into the next. */
export function judgeDays(
  plans: readonly DutyPlan[],
  punches: readonly Punch[],
  approvals: readonly Approval[],
  asOf: JudgeInput['asOf'],
  carryIn: Carry | null = null,
): Verdict[] {
  const verdicts: Verdict[] = [];
  let carry = carryIn;
  let from = 0;
  for (const plan of plans) {
    while (from < punches.length && 2 * (punches[from] as Punch).minute < plan.open2) from += 1;
    let to = from;
    while (to < punches.length && 2 * (punches[to] as Punch).minute < plan.close2) to += 1;
    const verdict = evaluateDay(plan, punches, approvals, carry, asOf, from, to);
    carry = verdict.carryOut;
    verdicts.push(verdict);
    from = to;
  }
  return verdicts;
}

/**
 * What decides a person's plans when nothing about them is personal: the same for everybody with the same
 * department, post and tags. null: this person needs plans of their own.
 */
function groupOf(
  book: RuleBook,
  person: JudgedPerson['person'],
  from: LocalDate,
  to: LocalDate,
): string | null {
  const { assignments, hiredOn, lastDayOn, id, tags } = person;
  const [only] = assignments;
  const first = addDays(from, -2);
  const last = addDays(to, 2);
  const personal =
    assignments.length > 1 ||
    (hiredOn !== null && hiredOn > first) ||
    (lastDayOn !== null && lastDayOn < last) ||
    book.excluded.has(id) ||
    book.scopeHits(`person:${id}`).length > 0;
  if (personal) return null;
  if (only === undefined) return `-\t-\t${tags.join('\n')}`;
  if (only.from > first || (only.to !== null && only.to < last)) return null;
  return `${only.departmentIds.join('\n')}\t${only.postId ?? ''}\t${tags.join('\n')}`;
}
