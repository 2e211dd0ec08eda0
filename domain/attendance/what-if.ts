import type { RuleBook } from '../schedule/rule-book';
import { CodeTape } from './code-tape';
import { PeopleJudge, verdictsOf } from './judge-people';
import type { JudgedMonth } from './judge-people';
import type { PeopleQuestion } from './judge-people';
import type { JudgedPerson } from './judged-person';
import { addSummaries, summariseMonth } from './summarise-month';
import type { MonthSummary } from './summarise-month';
import type { Verdict } from './verdict';

/** The fields of a verdict that people notice; reasons and versions may differ without a change. */
const NOTICED = [
  'status',
  'dueIn',
  'dueOut',
  'cards',
  'missing',
  'lateMinutes',
  'earlyMinutes',
  'absentMinutes',
  'workedMinutes',
  'requiredMinutes',
  'overtime',
] as const satisfies readonly (keyof Verdict)[];

export type NoticedField = (typeof NOTICED)[number];

/** One day that would come out otherwise. */
export interface ChangedDay {
  readonly personId: string;
  readonly before: Verdict;
  readonly after: Verdict;
  readonly fields: readonly NoticedField[];
}

/** What a draft would have done to days gone by: who, which day, from what to what, and the sums. */
export interface WhatIf {
  readonly judgedPeople: number;
  readonly judgedDays: number;
  /** Ids, in the order of the people. */
  readonly changedPeople: readonly string[];
  readonly days: readonly ChangedDay[];
  readonly before: MonthSummary;
  readonly after: MonthSummary;
}

/** The people and the time to look at. */
export type WhatIfQuestion = Omit<PeopleQuestion, 'book'>;

/**
 * Judges the same punches, requests and rosters under the present book and under a draft of it (draftSource), before
 * anybody is affected. Nothing is stored.
 */
export function whatIf(question: WhatIfQuestion, present: RuleBook, draft: RuleBook): WhatIf {
  const { people, from, to, asOf } = question;
  const judges = [present, draft].map((book) => new PeopleJudge(book, from, to, asOf)) as [
    PeopleJudge,
    PeopleJudge,
  ];
  const changed: ChangedDay[] = [];
  let before = summariseMonth([]);
  let after = before;
  let judgedDays = 0;
  for (const judged of people) {
    const [old, now] = judges.map((judge) => verdictsOf(onOwnTape(judge, judged))) as [Verdict[], Verdict[]];
    before = addSummaries(before, summariseMonth(old));
    after = addSummaries(after, summariseMonth(now));
    judgedDays += old.length;
    old.forEach((verdict, i) => {
      const then = now[i] as Verdict;
      const fields = NOTICED.filter(
        (field) => JSON.stringify(verdict[field]) !== JSON.stringify(then[field]),
      );
      if (fields.length > 0)
        changed.push({ personId: judged.person.id, before: verdict, after: then, fields });
    });
  }
  return {
    judgedPeople: people.length,
    judgedDays,
    changedPeople: [...new Set(changed.map(({ personId }) => personId))],
    days: changed,
    before,
    after,
  };
}

const onOwnTape = (judge: PeopleJudge, judged: JudgedPerson): JudgedMonth =>
  judge.judge(judged, new CodeTape());
