import fc from 'fast-check';
import {
  INTERVIEW_REASONS,
  type InterviewAnswer,
  type InterviewReason,
  SMALLEST_GROUP,
  summariseInterviews,
} from '@domain/offboarding/exit-interview';

const answers = (group: string, people: number, ...reasons: InterviewReason[]): InterviewAnswer[] =>
  Array.from({ length: people }, () => ({ group, reasons }));

it('counts reasons by department, most named first', () => {
  const summary = summariseInterviews([
    ...answers('客服部', 5, 'pay'),
    ...answers('客服部', 6, 'growth', 'pay'),
  ]);
  expect(summary.groups).toEqual([
    {
      group: '客服部',
      people: 11,
      reasons: [
        { reason: 'pay', people: 11 },
        { reason: 'growth', people: 6 },
      ],
    },
  ]);
  expect(summary.someHidden).toBe(false);
});

it('shows nothing of fewer than five', () => {
  expect(summariseInterviews(answers('研发部', 4, 'management'))).toEqual({
    groups: [],
    all: null,
    someHidden: true,
  });
});

it('adds small departments together, once they are five', () => {
  const summary = summariseInterviews([...answers('研发部', 3, 'pay'), ...answers('行政部', 2, 'family')]);
  expect(summary.groups.map(({ group, people }) => [group, people])).toEqual([[null, 5]]);
});

it('a hidden department cannot be found by subtracting the shown from all', () => {
  const summary = summariseInterviews([
    ...answers('客服部', 8, 'pay'),
    ...answers('研发部', 1, 'management'),
  ]);
  expect(summary.all?.people).toBe(8);
  expect(summary.all?.reasons).toEqual([{ reason: 'pay', people: 8 }]);
  expect(summary.someHidden).toBe(true);
});

const anyAnswers = fc.array(
  fc.record({
    group: fc.constantFrom('甲', '乙', '丙', '丁'),
    reasons: fc.uniqueArray(fc.constantFrom(...INTERVIEW_REASONS), { maxLength: 4 }),
  }),
  { maxLength: 40 },
);

it('never shows a group of fewer than five, and all is the sum of what is shown', () => {
  fc.assert(
    fc.property(anyAnswers, (given) => {
      const { groups, all } = summariseInterviews(given);
      const people = groups.reduce((sum, group) => sum + group.people, 0);
      return groups.every((group) => group.people >= SMALLEST_GROUP) && (all?.people ?? 0) === people;
    }),
  );
});
