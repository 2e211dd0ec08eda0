import type { DayView } from '../../contract/contract';
import { openStage, type Stage } from './support/stage';

/** Often late, so that a month of his has something to explain. */
const WHO = '张伟';

let stage: Stage;
let lateDay: DayView;
let lateMonth: string;

beforeAll(async () => {
  stage = await openStage(WHO, '10:00');
  const now = await stage.ask(WHO, 'calendar.myMonth', { month: null });
  lateMonth = now.previousMonth ?? now.month;
  const { days } = await stage.ask(WHO, 'calendar.myMonth', { month: lateMonth });
  const found = days.find(({ tone }) => tone === 'late');
  if (!found) throw new Error(`${WHO} was never late in ${lateMonth}: choose somebody else.`);
  lateDay = found;
}, 240_000);

afterAll(() => stage?.close());

describe('the month', () => {
  it('turns back to last month, and a day opens into its verdict and its why', async () => {
    const phone = await stage.phone(WHO);
    await phone.visit('pages/month/index');
    await phone.tap('previous-month');
    await phone.sees('month-title', `${Number(lateMonth.slice(5))}月`);
    await phone.sees('totals', '迟到');

    await phone.tap(`day-${lateDay.date}`);
    await phone.sees('day-sheet-verdict', lateDay.word);
    for (const sentence of lateDay.why) await phone.sees('day-sheet-why', sentence);
    expect(lateDay.why.join('')).toMatch(/\d{2}:\d{2}/);
  });

  it('opens on the day that a link names', async () => {
    const phone = await stage.phone(WHO);
    await phone.visit(`pages/month/index?date=${lateDay.date}`);
    await phone.sees('day-sheet-verdict', lateDay.word);
    await phone.sees('month-title', `${Number(lateMonth.slice(5))}月`);
  });

  it('says that the network is gone, that nothing is lost, and goes on by itself when it is back', async () => {
    const phone = await stage.phone(WHO);
    await phone.visit('pages/month/index');
    await phone.sees('month-grid', '一');
    await phone.network('off');
    await phone.tap('previous-month');
    await phone.sees('month-trouble', '网络不通');
    await phone.sees('month-trouble', '不会丢');
    await phone.network('on');
    await phone.sees('month-title', `${Number(lateMonth.slice(5))}月`);
    await phone.isGone('month-trouble');
  });
});
