import type { InputOf, OutputOf } from '@contract/contract';
import { PEOPLE_COLUMNS, type PeopleTitle } from '@domain/imports/people-columns';
import { checkCharacter } from '@domain/people/id-number';
import type { Table } from '@domain/spreadsheets/table';
import { readTable } from '@server/spreadsheets/read-table';
import type { Company } from '../company';
import { granted } from '../company/answers';
import { freshId, type Person } from '../company/person';
import { upload } from '../leaving/case-calls';

export type ImportView = OutputOf<'imports.progress'>;
export type PeopleCells = Partial<Record<PeopleTitle, string>>;

export const PEOPLE_TITLES = PEOPLE_COLUMNS.map(({ title }) => title);

export const csv = (
  titles: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): Uint8Array =>
  new TextEncoder().encode(
    [titles, ...rows.map((row) => titles.map((title) => row[title] ?? ''))]
      .map((cells) => cells.join(','))
      .join('\n'),
  );
export const peopleCsv = (...rows: readonly PeopleCells[]): Uint8Array => csv(PEOPLE_TITLES, rows);

/** Nobody's: there is no region 999999. */
export const idNumberOf = (n: number): string => {
  const seventeen = `99999919${String(70 + (n % 30))}0101${String(n % 1000).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
};

/** What a page of imports and exports does, as it does it. */
export const importCalls = (company: () => Company) => ({
  check: async (person: Person, kind: ImportView['kind'], bytes: Uint8Array, name = '员工.csv') =>
    person.call('imports.check', {
      commandId: freshId(),
      kind,
      fileId: await upload(company(), person, bytes, name),
      name,
    }),
  finished,
  write: async (person: Person, { batchId }: ImportView, wholeOnly: boolean) =>
    finished(person, granted(await person.call('imports.apply', { batchId, wholeOnly }))),
  lines: async (person: Person, batchId: string, show: InputOf<'imports.lines'>['show']) =>
    granted(await person.call('imports.lines', { batchId, show, after: null })).lines,
  /** Asks until the workbook is there; resolves to its rows. */
  async exported(person: Person, order: InputOf<'exports.start'>['order']): Promise<Table> {
    const commandId = freshId();
    granted(await person.call('exports.start', { commandId, order }));
    return tableOf(await exportOf(person, commandId));
  },
});

/** How an export stands once nothing is written any more. */
export async function exportOf(person: Person, commandId: string): Promise<OutputOf<'exports.progress'>> {
  let view = granted(await person.call('exports.progress', { commandId }));
  for (let times = 0; view.state === 'running' && times < 100; times += 1) {
    await new Promise((next) => setTimeout(next, 50));
    view = granted(await person.call('exports.progress', { commandId }));
  }
  expect(view).toMatchObject({ state: 'done', done: view.total });
  return view;
}

async function tableOf({ url, fileName }: OutputOf<'exports.progress'>): Promise<Table> {
  const bytes = new Uint8Array(await (await fetch(url ?? '')).arrayBuffer());
  const read = await readTable(bytes, fileName);
  if ('why' in read) throw new Error(read.why);
  return read;
}

/** An export of people whose worker took it just now and died. */
export const diedOn = (person: Person, commandId: string, now: number) => ({
  _id: `${person.employmentId}:${commandId}`,
  by: person.employmentId,
  order: { what: 'people' },
  startedAt: now,
  state: 'running',
  fileName: '',
  total: null,
  done: 0,
  kept: { files: [], after: null, done: 0 },
  attempts: 1,
  claimedUntil: now + 60_000,
  fileId: null,
  doneAt: null,
});

/** Asks until nothing runs any more. */
async function finished(person: Person, view: ImportView): Promise<ImportView> {
  let at = view;
  for (let times = 0; /ing$/.test(at.state) && times < 200; times += 1)
    at = granted(await person.call('imports.progress', { batchId: view.batchId }));
  return at;
}
