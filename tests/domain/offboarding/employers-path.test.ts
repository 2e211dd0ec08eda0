import { isHuman } from '@domain/approval/flow';
import { ANSWER_WORKDAYS, earliestEnd, employersSteps } from '@domain/offboarding/employers-path';
import { EMPLOYER_FLOW } from '@domain/offboarding/flows/employer';
import { localDateOf } from '@domain/time/local-date';
import { createWorkdayCalendar } from '@domain/time/workday-calendar';

const calendar = createWorkdayCalendar({});
const today = localDateOf('2026-03-09');

it('leaves time to answer and to hear the union before the contract can end', () => {
  expect(earliestEnd(today, calendar)).toBe('2026-03-19');
  expect(employersSteps(today, calendar).map(({ from }) => from)).toEqual([
    '2026-03-09',
    '2026-03-09',
    '2026-03-18',
    '2026-03-18',
    '2026-03-19',
    '2026-03-19',
  ]);
});

it('waits as long as the flow does', () => {
  const answer = EMPLOYER_FLOW.nodes.find(({ id }) => id === 'answer');
  expect(answer && isHuman(answer) && answer.due?.offset).toEqual({
    amount: ANSWER_WORKDAYS,
    unit: 'day',
    clock: 'working',
  });
});

it('a holiday week makes it longer', () => {
  const holiday = localDateOf('2026-09-28');
  expect(earliestEnd(holiday, calendar) > localDateOf('2026-10-08')).toBe(true);
});

it('says that pay waits for nothing', () => {
  const last = employersSteps(today, calendar).at(-1);
  expect(last?.text).toContain('一次付清工资');
  expect(last?.text).toContain('不等员工出现，不等交接');
});
