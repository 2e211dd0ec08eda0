import type { Mutation } from '../../scripts/mutations/mutation';

const scenarios = 'tests/domain/attendance/scenarios.test.ts';
const laws = 'tests/domain/attendance/laws.test.ts';
const whatIf = 'tests/domain/attendance/what-if.test.ts';
const completeness = 'tests/domain/attendance/completeness.test.ts';
const stages = 'domain/attendance/stages';

/** One fault for each step of judging, for the reasons, and for what if. */
export const mutations: readonly Mutation[] = [
  {
    breaks: 'a draft is judged from its effective date only, so past days never change',
    file: 'domain/schedule/draft-book.ts',
    from: '({ ...draft, effectiveFrom: SINCE_EVER })',
    to: '({ ...draft })',
    test: whatIf,
  },
  {
    breaks: 'what if compares the present with itself',
    file: 'domain/attendance/what-if.ts',
    from: '[present, draft].map((book)',
    to: '[present, present].map((book)',
    test: whatIf,
  },
  {
    breaks: 'a reason names the start of the shift where the effective start was due',
    file: `${stages}/morning.ts`,
    from: "note = w.note('late', late, segment, basis, due, at, minutes, allowed);",
    to: "note = w.note('late', late, segment, basis, w.laid.starts[segment] as number, at, minutes, allowed);",
    test: scenarios,
  },
  {
    breaks: 'the reason of a late start does not say which row granted it',
    file: `${stages}/late-out-late-in.ts`,
    from: 'w.addRow(at, best + 1);',
    to: 'w.addRow(at, best);',
    test: scenarios,
  },
  {
    breaks: 'a clause goes without its reason',
    file: `${stages}/early-in-early-out.ts`,
    from: "  w.note('early-in-early-out', moved, 0, mode, w.dueOut, firstIn, early, limit);\n",
    to: '',
    test: completeness,
  },
  {
    breaks: 'a punch on the midpoint belongs to the earlier card',
    file: `${stages}/place-punches.ts`,
    from: '2 * minute >= (cuts2[card] as number)',
    to: '2 * minute > (cuts2[card] as number)',
    test: scenarios,
  },
  {
    breaks: 'the last in counts instead of the first',
    file: `${stages}/place-punches.ts`,
    from: 'known === NONE || minute < known',
    to: 'known === NONE || minute > known',
    test: scenarios,
  },
  {
    breaks: 'half an hour early earns nothing when it is exactly half an hour',
    file: `${stages}/early-in-early-out.ts`,
    from: 'early >= limit',
    to: 'early > limit',
    test: scenarios,
  },
  {
    breaks: 'the last minute of late-in late-out no longer counts',
    file: `${stages}/late-in-late-out.ts`,
    from: 'late > cap && voidPastCap',
    to: 'late >= cap && voidPastCap',
    test: scenarios,
  },
  {
    breaks: 'corrected punches earn a later start',
    file: `${stages}/place-punches.ts`,
    from: 'segment === lastSegment && minute > w.lastRealOut && isReal(punch.source)',
    to: 'segment === lastSegment && minute > w.lastRealOut',
    test: scenarios,
  },
  {
    breaks: 'weekend overtime counts as the day before',
    file: 'domain/attendance/judge-day.ts',
    from: '  writeIdle(w, first, last);',
    to: '  writeIdle(w, first, last);\n  w.carryOut = last;',
    test: scenarios,
  },
  {
    breaks: 'flex is used inside the allowance',
    file: `${stages}/effective-edges.ts`,
    from: 'firstIn - start > rule.allowedLate || rule.flexFirst',
    to: 'firstIn - start > 0 || rule.flexFirst',
    test: scenarios,
  },
  {
    breaks: 'one minute past the allowance is only one minute late',
    file: `${stages}/allowance.ts`,
    from: 'w.rule.excludeGrace ? minutes - allowed : minutes',
    to: 'minutes - allowed',
    test: scenarios,
  },
  {
    breaks: 'the threshold itself is absence',
    file: `${stages}/absence.ts`,
    from: ': minutes > threshold.minutes;',
    to: ': minutes >= threshold.minutes;',
    test: scenarios,
  },
  {
    breaks: 'steps of absence are rounded down',
    file: `${stages}/absence.ts`,
    from: 'Math.ceil(minutes / threshold.unit)',
    to: 'Math.floor(minutes / threshold.unit)',
    test: scenarios,
  },
  {
    breaks: 'a day without cards counts once for each segment',
    file: `${stages}/missing-cards.ts`,
    from: '  w.absentCount = 1;\n',
    to: '',
    test: scenarios,
  },
  {
    breaks: 'a card is excused by leave that covers half its segment',
    file: `${stages}/cover.ts`,
    from: 'return covered >= (nets[segment] as number);',
    to: 'return covered * 2 >= (nets[segment] as number);',
    test: scenarios,
  },
  {
    breaks: 'overtime of Friday night is paid as Friday',
    file: `${stages}/overtime.ts`,
    from: '[after?.kind ?? outline.kind, outline.nextMidnight, next],',
    to: '[outline.kind, outline.nextMidnight, next],',
    test: scenarios,
  },
  {
    breaks: 'a rest that the spring night does not have is still taken off',
    file: 'domain/schedule/laid-shift.ts',
    from: '.map((rest) => [at(rest.from), at(rest.to)] as const)',
    to: '.map((rest) => [at(rest.from), at(rest.from) + rest.to - rest.from] as const)',
    test: scenarios,
  },
  {
    breaks: 'somebody who moved department is judged by the new one for days before the move',
    file: 'domain/people/person.ts',
    from: 'person.assignments.filter(({ from, to }) => date >= from && (to === null || date <= to))',
    to: 'person.assignments.slice(-1)',
    test: scenarios,
  },
  {
    breaks: 'what one day was worked out on leaks into the next',
    file: 'domain/attendance/workings.ts',
    from: '    this.shortfall = 0;\n    if (this.cover',
    to: '    if (this.cover',
    test: laws,
  },
  {
    breaks: 'a minute belongs to two duty dates',
    file: 'domain/schedule/plan-bounds.ts',
    from: 'if (next !== null) return last(own) + first(next);',
    to: 'if (next !== null) return last(own) + first(next) + 2;',
    test: laws,
  },
];
