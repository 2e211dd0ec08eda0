import type { DayView } from '../../contract/contract';
import { openStage, type Stage } from './support/stage';

/** Forgets cards; her leader is 刘静. */
const WHO = '朱莉';
const LEADER = '刘静';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(WHO, '10:00');
}, 240_000);

afterAll(() => stage?.close());

/** The latest day that misses a card and may still be corrected, of this month or the last. */
const dayToCorrect = async (): Promise<DayView> => {
  const now = await stage.ask(WHO, 'calendar.myMonth', { month: null });
  const before = await stage.ask(WHO, 'calendar.myMonth', { month: now.previousMonth });
  const missing = [...before.days, ...now.days].filter(({ tone }) => tone === 'missing');
  for (const day of missing.reverse()) {
    const form = await stage.ask(WHO, 'correction.form', { date: day.date });
    if (form.refusal === null && form.cards.some(({ actual }) => actual === null)) return day;
  }
  throw new Error(`${WHO} has nothing to correct: choose somebody else.`);
};

it('a forgotten card is asked for in one page, approved from the leader’s list, and the day is judged anew', async () => {
  const day = await dayToCorrect();
  const dayText = `${Number(day.date.slice(5, 7))}月${Number(day.date.slice(8))}日`;

  const phone = await stage.phone(WHO);
  await phone.visit(`pages/correction/index?date=${day.date}`);
  await phone.sees('correction-head', dayText);
  await phone.type('correction-reason', '下班时开会，忘记打卡');
  await phone.tap('correction-send');
  await phone.sees('case-head', '补卡');
  expect(phone.unseenTroubles).toEqual([]);

  const leader = await stage.phone(LEADER);
  await leader.visit('pages/inbox/index');
  await leader.sees('inbox-page', `${WHO} · 补卡`);
  await leader.tapText(dayText);
  await leader.sees('case-actions', '同意');
  await leader.tap('act-agree');
  await leader.sees('case-head', '已通过');
  await leader.sees('case-outcome', '已重新判定');

  await phone.visit(`pages/month/index?date=${day.date}`);
  const judged = await stage.ask(WHO, 'calendar.myMonth', { month: day.date.slice(0, 7) });
  const after = judged.days.find(({ date }) => date === day.date);
  const missing = ({ cards }: { cards: typeof day.cards }) =>
    cards.filter(({ actual }) => actual === null).length;
  expect(after && missing(after)).toBe(missing(day) - 1);
  await phone.sees('day-sheet-verdict', after?.word ?? '');
});
