import type { Table } from '../../domain/spreadsheets/table';
import { readTable } from '../../server/spreadsheets/read-table';
import { openStage, type Stage } from './support/stage';

/** Often late, so that a month of his has numbers with days behind them. */
const WHO = '张伟';
const HR = '刘静';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(WHO, '10:00');
}, 240_000);

afterAll(() => stage?.close());

it('HR reads the month, taps a number down to its reason, gets the same number in Excel, locks it; then it takes no correction', async () => {
  const { month } = await stage.ask(HR, 'month.desk', { month: null });
  const title = `${Number(month.slice(5))}月`;
  const { rows } = await stage.ask(HR, 'report.month', { month, after: null });
  const row = rows.find(({ name }) => name === WHO);
  const late = row?.cells.find(({ column }) => column === 'late')?.text ?? '0';
  if (!row || late === '0') throw new Error(`${WHO} was never late in ${month}: choose somebody else.`);
  const { days } = await stage.ask(HR, 'report.person', { employmentId: row.employmentId, month });
  const lateDay = days.find(({ counts }) => counts.includes('late'));
  if (!lateDay) throw new Error('no day is behind the number');

  const hr = await stage.phone(HR);
  await hr.visit('reports/people/index');
  await hr.tap('reports-previous');
  await hr.sees('reports-title', title);
  await hr.sees(`report-${row.employmentId}`, `迟到 ${late}`);
  await hr.page.locator(`#report-${row.employmentId} #number-late`).tap();
  await hr.tap(`day-${lateDay.date}`);
  for (const sentence of lateDay.why) await hr.sees('person-day', sentence);
  await hr.page.goBack();

  await hr.sees('reports-title', title);
  const answered = hr.page.waitForResponse(
    async (response) =>
      (response.request().postData() ?? '').includes('exports.') && isDone(await response.text()),
  );
  await hr.tap('reports-export-tap');
  const table = await download(await (await answered).text());
  await hr.sees('reports-export-tap', '打开');
  const cells = table.rows.find(({ cells: [name] }) => name === WHO)?.cells ?? [];
  const inTable = (column: string) => cells[table.header.indexOf(column)];
  expect(`${inTable('迟到次数')} 次`).toBe(late.split(' ').slice(0, 2).join(' '));
  const lateMinutes = days.flatMap(({ word }) => /迟到 (\d+)/.exec(word)?.[1] ?? []);
  expect(lateMinutes.reduce((sum, minutes) => sum + Number(minutes), 0)).toBe(Number(inTable('迟到分钟')));

  await hr.visit('hr/months/index');
  await hr.sees('month-title', title);
  await hr.sees('month-open', '人已结账');
  await hr.tap('month-close');
  await hr.tap('month-close-now');
  await hr.sees('month-buttons', '已全部结账');
  await hr.sees('month-log', '全公司 结账');

  const worker = await stage.phone(WHO);
  await worker.visit(`pages/correction/index?date=${lateDay.date}`);
  await worker.sees('correction-refused', '已经封存，需要更改请联系 HR');
});

const isDone = (body: string): boolean => body.includes('.xlsx') && urlIn(body) !== null;

/** The address in an answer, however often the text of it was quoted. */
const urlIn = (body: string): string | null =>
  /"url":"(http[^"]+)"/.exec(body.replaceAll('\\', ''))?.[1] ?? null;

async function download(body: string): Promise<Table> {
  const bytes = new Uint8Array(await (await fetch(urlIn(body) ?? '')).arrayBuffer());
  const table = await readTable(bytes, 'report.xlsx');
  if ('why' in table) throw new Error(JSON.stringify(table));
  return table;
}
