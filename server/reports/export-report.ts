import { explain } from '@domain/attendance/explain';
import { isOdd, type ReportColumn, valuesOf } from '@domain/attendance/report-columns';
import { type MonthSummary, summariseMonth } from '@domain/attendance/summarise-month';
import { addDays, type LocalDate, localDateOf, monthOf } from '@domain/time/local-date';
import { wordOf } from '../attendance/day-words';
import type { JudgedDay } from '../attendance/judged-days';
import { monthAfter } from '../attendance/months-from';
import { firstOf } from '../attendance/punch-desk';
import { organisation, type Organisation, todayIn } from '../organisation';
import type { Ports } from '../ports';
import { employments } from '../repositories/employments';
import type { ExportedRow, Exporter, ExportPart, OrderOf } from '../spreadsheets/exporter';
import type { Cell, WorkbookSheet } from '../spreadsheets/write-workbook';
import { dayText, monthText } from '../wall-text';
import { cardsText } from './cards-text';
import { isOver, sumOf } from './columns';
import { type JudgedPersonMonth, judgedPeople, PEOPLE_A_PAGE } from './judged-people';
import { ownLayouts } from './own-layouts';
import { reportScope, type ReportScope } from './report-scope';

const TITLES = { situation: '出勤情况', summary: '出勤汇总', hours: '工作时长', odd: '异常考勤' } as const;
const WHO = [
  { title: '姓名', width: 12 },
  { title: '工号', width: 12, isText: true },
  { title: '部门', width: 18 },
];
const DAY = [
  { title: '状态', width: 18 },
  { title: '打卡', width: 24 },
  { title: '说明', width: 60 },
];

/** Where a worker goes on who was cut off after the last page. */
const THE_END = 'end';

type Order = OrderOf<'report'>;

/** One kind of workbook: its columns beside who it is about, and the rows that a person fills. */
interface Layout {
  readonly columns: WorkbookSheet['columns'];
  rowsOf(person: JudgedPersonMonth): readonly (readonly Cell[])[];
}

/** The report that the page shows, whole: the same people, days and numbers, as numbers that a workbook can calculate with. */
export const report: Exporter<'report'> = async (ports, by, order) => {
  const org = await organisation(ports);
  const scope = reportScope(org, by);
  if (!scope) return null;
  const today = todayIn(org.zone, ports.clock.now());
  const layouts = await ownLayouts(ports.database, by._id);
  const days = order.date === null ? monthDays(order.month) : [localDateOf(order.date)];
  const layout =
    order.report === 'situation'
      ? situation(days, today)
      : order.report === 'odd'
        ? oddDays(today)
        : numbers(layouts[order.report], today);
  const title = TITLES[order.report];
  const span = order.date ?? monthText(order.month);
  return {
    fileName: `${title} ${scope.text} ${span}.xlsx`,
    sheets: [{ name: title, columns: [...WHO, ...layout.columns] }],
    total: await peopleIn(ports, scope),
    parts: (after) => partsOf(ports, org, scope, order, days, layout, after),
  };
};

async function* partsOf(
  ports: Ports,
  org: Organisation,
  scope: ReportScope,
  { month }: Order,
  days: readonly LocalDate[],
  { rowsOf }: Layout,
  from: string | null,
): AsyncGenerator<ExportPart> {
  if (from === THE_END) return;
  const wanted = new Set<string>(days);
  let { done, after } = placeOf(from);
  for (;;) {
    const { people, next } = await judgedPeople(ports, org, scope, month, after);
    done += PEOPLE_A_PAGE;
    const rows = people.flatMap((person): ExportedRow[] => {
      const own = { ...person, days: person.days.filter(({ date }) => wanted.has(date)) };
      if (own.days.length === 0) return [];
      const { _id, name } = own.employment;
      const who = [name, _id, org.departmentName(own.employment, own.days.at(-1)?.date as LocalDate)];
      return rowsOf(own).map((cells) => ({ sheet: 0, cells: [...who, ...cells] }));
    });
    yield { rows, done, after: next === null ? THE_END : `${done} ${next}` };
    if (next === null) return;
    after = next;
  }
}

/** Where another worker goes on: how many were read, and the last of them. */
function placeOf(from: string | null): { done: number; after: string | null } {
  const [done, after] = from?.split(' ') ?? [];
  return { done: Number(done ?? 0), after: after ?? null };
}

const situation = (days: readonly LocalDate[], today: LocalDate): Layout =>
  days.length === 1
    ? { columns: DAY, rowsOf: (person) => person.days.map(lineOf) }
    : {
        columns: days.map((date) => ({ title: dayText(date), width: 14 })),
        rowsOf: (person) => {
          const words = new Map(
            person.days.filter((day) => isOver(day, today)).map((day) => [day.date, wordOf(day.verdict)]),
          );
          return [days.map((date) => words.get(date) ?? '')];
        },
      };

const numbers = (columns: readonly ReportColumn[], today: LocalDate): Layout => {
  const values = columns.flatMap(valuesOf);
  const cellsOf = (sum: MonthSummary): Cell[] => values.map(({ value }) => value(sum));
  return {
    columns: values.map(({ title }) => ({ title, width: 14 })),
    rowsOf: ({ days }) => [cellsOf(sumOf(days, today))],
  };
};

/** Every day that somebody has to look at, with its reasons. */
const oddDays = (today: LocalDate): Layout => ({
  columns: [{ title: '日期', width: 14 }, ...DAY],
  rowsOf: ({ days }) =>
    days
      .filter((day) => isOver(day, today) && isOdd(summariseMonth([day.verdict])))
      .map((day) => [dayText(day.date), ...lineOf(day)]),
});

const lineOf = ({ verdict }: JudgedDay): Cell[] => [
  wordOf(verdict),
  cardsText(verdict),
  explain(verdict).join(''),
];

const monthDays = (month: string): readonly LocalDate[] => {
  const days: LocalDate[] = [];
  for (let date = firstOf(month); monthOf(date) < monthAfter(month); date = addDays(date, 1)) days.push(date);
  return days;
};

/** How many are read: those who are not seen after all among them. */
async function peopleIn({ database }: Ports, { wheres }: ReportScope): Promise<number> {
  const atATime = 1000;
  const ids = new Set<string>();
  for (const where of wheres)
    for (let after: string | null = null; ;) {
      const page = await employments.page(database, where, after, atATime);
      for (const { _id } of page) ids.add(_id);
      if (page.length < atATime) break;
      after = page.at(-1)?._id ?? null;
    }
  return ids.size;
}
