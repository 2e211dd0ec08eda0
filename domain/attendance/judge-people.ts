import type { Person } from '../people/person';
import { EMPTY_ROSTER, planDays } from '../schedule/plan-day';
import type { DutyPlan } from '../schedule/day-outline';
import type { RuleBook } from '../schedule/rule-book';
import { addDays, daysBetween } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import type { Approval } from './approval';
import { CodeTape } from './code-tape';
import { judgeDay } from './judge-day';
import { NONE } from './none';
import type { Punch } from './punch';
import { codesLength, readVerdict } from './read-verdict';
import { approvalsOf } from './request-duration';
import type { Verdict } from './verdict';
import { Workings } from './workings';
import type { JudgedPerson } from './judged-person';
import type { InstantMinute } from '../time/instant';

/** Somebody's days as codes, and what they were judged from: verdicts are read from it where they are wanted. */
export interface JudgedMonth {
  readonly judged: JudgedPerson;
  readonly plans: readonly DutyPlan[];
  readonly approvals: readonly Approval[];
  readonly tape: CodeTape;
  readonly at: number;
}

const NO_APPROVALS: readonly Approval[] = [];

/** Judges people under one book over [from, to]; plans that many people share are made once. */
export class PeopleJudge {
  readonly #shared = new Map<string, DutyPlan[]>();
  readonly #sheet = new Workings();
  /** The days that plans look at: two more on either side. */
  readonly #first: LocalDate;
  readonly #last: LocalDate;

  constructor(
    private readonly book: RuleBook,
    private readonly from: LocalDate,
    private readonly to: LocalDate,
    private readonly asOf: InstantMinute | null,
  ) {
    this.#first = addDays(from, -2);
    this.#last = addDays(to, 2);
  }

  /** Writes somebody's days on the tape. */
  judge(judged: JudgedPerson, tape: CodeTape): JudgedMonth {
    const plans = this.#plansFor(judged);
    const approvals =
      judged.requests.length === 0
        ? NO_APPROVALS
        : judged.requests.flatMap(({ kind, type, span }) => approvalsOf(kind, type.id, span, plans));
    const at = tape.length;
    this.#sheet.takeCarry(null);
    walk(this.#sheet, tape, plans, judged.punches, approvals, this.asOf ?? NONE);
    return { judged, plans, approvals, tape, at };
  }

  #plansFor({ person, roster }: JudgedPerson): readonly DutyPlan[] {
    const { book, from, to } = this;
    const key = this.#groupOf(person);
    if (key === null) return planDays(book, person, roster, from, to);
    let plans = this.#shared.get(key);
    if (plans === undefined) this.#shared.set(key, (plans = planDays(book, person, EMPTY_ROSTER, from, to)));
    return plans.some(({ rule }) => rule?.onRoster === true)
      ? planDays(book, person, roster, from, to)
      : plans;
  }

  /**
   * What decides a person's plans when nothing about them is personal: the same for everybody with the same
   * department, post and tags. null: this person needs plans of their own.
   */
  #groupOf({ id, assignments, hiredOn, lastDayOn, tags }: Person): string | null {
    const only = assignments[0];
    const personal =
      assignments.length > 1 ||
      (hiredOn !== null && hiredOn > this.#first) ||
      (lastDayOn !== null && lastDayOn < this.#last) ||
      this.book.isNamed(id);
    if (personal) return null;
    if (only === undefined) return `-\t-\t${tags.join('\n')}`;
    const { from, to, departmentIds, postId } = only;
    if (from > this.#first || (to !== null && to < this.#last)) return null;
    if (departmentIds.length === 1 && postId === null && tags.length === 0) return departmentIds[0] as string;
    return `${departmentIds.join('\n')}\t${postId ?? ''}\t${tags.join('\n')}`;
  }
}

/** Walks sorted punches along the plans, each scheduled day carrying into the next. */
function walk(
  sheet: Workings,
  tape: CodeTape,
  plans: readonly DutyPlan[],
  punches: readonly Punch[],
  approvals: readonly Approval[],
  asOf: number,
): void {
  let from = 0;
  for (let i = 0; i < plans.length; i++) {
    const plan = plans[i] as DutyPlan;
    while (from < punches.length && 2 * (punches[from] as Punch).minute < plan.open2) from += 1;
    let to = from;
    while (to < punches.length && 2 * (punches[to] as Punch).minute < plan.close2) to += 1;
    judgeDay(sheet, tape, plan, punches, approvals, asOf, from, to);
    from = to;
  }
}

/** Somebody's days as verdicts. */
export function verdictsOf({ judged, plans, approvals, tape, at }: JudgedMonth): Verdict[] {
  const verdicts: Verdict[] = [];
  let next = at;
  for (const plan of plans) {
    const carryIn = verdicts[verdicts.length - 1]?.carryOut ?? null;
    verdicts.push(readVerdict(tape.words, next, { plan, punches: judged.punches, approvals, carryIn }));
    next += codesLength(tape.words, next);
  }
  return verdicts;
}

/** A guess at the numbers a day takes, so that the tape seldom grows. */
const WORDS_A_DAY = 32;

/** People, and the book and the days to judge them by. */
export interface PeopleQuestion {
  readonly book: RuleBook;
  readonly people: readonly JudgedPerson[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly asOf: InstantMinute | null;
}

/** Everybody's days on one tape, in the order of the people. */
export function judgePeople(input: PeopleQuestion): JudgedMonth[] {
  const judge = new PeopleJudge(input.book, input.from, input.to, input.asOf);
  const tape = new CodeTape(input.people.length * (daysBetween(input.from, input.to) + 1) * WORDS_A_DAY);
  return input.people.map((judged) => judge.judge(judged, tape));
}
