import { readTable } from '@server/spreadsheets/read-table';
import { type Company, openCompany } from '../company';
import type { InputOf } from '@contract/contract';
import type { Table } from '@domain/spreadsheets/table';
import { granted } from '../company/answers';
import { freshId, type Person } from '../company/person';

let company: Company;
let hr: Person;

beforeAll(async () => {
  company = await openCompany({ at: '2026-03-09T08:00' });
  hr = company.person('刘静');
});
afterAll(() => company.close());

/** Asks about once in a while, as the page does, until the workbook is there; resolves to its rows. */
async function exported(person: Person, order: InputOf<'exports.start'>['order']): Promise<Table> {
  const commandId = freshId();
  let view = granted(await person.call('exports.start', { commandId, order }));
  for (let times = 0; view.state === 'running' && times < 100; times += 1) {
    await new Promise((next) => setTimeout(next, 50));
    view = granted(await person.call('exports.progress', { commandId }));
  }
  expect(view).toMatchObject({ state: 'done', done: view.total });
  const bytes = new Uint8Array(await (await fetch(view.url ?? '')).arrayBuffer());
  const read = await readTable(bytes, view.fileName);
  if ('why' in read) throw new Error(read.why);
  return read;
}

describe('a workbook', () => {
  it('of headings is there with the answer, and again with a repeat', async () => {
    console.log(await exported(hr, { what: 'peopleTemplate' }));
    console.log(JSON.stringify(await exported(hr, { what: 'people' })));
    console.log(await exported(hr, { what: 'places' }));
    console.log(company.log.slice(-10));
  });
});
