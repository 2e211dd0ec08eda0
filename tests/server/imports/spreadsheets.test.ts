import { execFileSync } from 'node:child_process';
import { readTable } from '@server/spreadsheets/read-table';
import { growWorkbook } from '@server/spreadsheets/write-workbook';
import type { Table, TableFault } from '@domain/spreadsheets/table';
import type { ExportPart } from '@server/spreadsheets/exporter';
import { runExport } from '@server/spreadsheets/run-export';
import { Workbook, type Worksheet } from 'exceljs';
import { portsInMemory } from './ports-in-memory';

/** Fourteen parts of 500 rows; `cutAfter` is where the worker dies. */
const exporting = { cutAfter: Infinity, begun: 0 };
jest.mock('@server/spreadsheets/exporters', () => ({
  exporters: {
    places: async () => async () => ({
      fileName: 'a.xlsx',
      sheets: [{ name: 'a', columns: [{ title: '序号' }] }],
      total: 7000,
      async *parts(after: string | null): AsyncGenerator<ExportPart> {
        exporting.begun += 1;
        for (let part = after === null ? 0 : Number(after) + 1; part < 14; part += 1) {
          if (part >= exporting.cutAfter) throw new Error('the worker dies');
          const rows = Array.from({ length: 500 }, (_, row) => ({ sheet: 0, cells: [part * 500 + row] }));
          yield { rows, done: (part + 1) * 500, after: String(part) };
        }
      },
    }),
  },
}));

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A workbook as somebody makes it by hand. */
async function byHand(fill: (sheet: Worksheet, workbook: Workbook) => void): Promise<Uint8Array> {
  const workbook = new Workbook();
  fill(workbook.addWorksheet('员工'), workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function table(read: Table | TableFault): Table {
  if ('why' in read) throw new Error(`not read: ${JSON.stringify(read)}`);
  return read;
}

describe('a CSV', () => {
  // GB18030 of: 姓名,工号 / 王芳,001
  const GB = new Uint8Array([
    0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb9, 0xa4, 0xba, 0xc5, 0x0a, 0xcd, 0xf5, 0xb7, 0xbc, 0x2c, 0x30, 0x30,
    0x31,
  ]);

  it.each([
    ['UTF-8', utf8('姓名,工号\r\n王芳,001\r\n')],
    ['UTF-8 with its mark', utf8('\uFEFF姓名,工号\n王芳,001')],
    ['GB18030', GB],
    [
      'UTF-16 with tabs, as Excel saves "Unicode text"',
      Buffer.from('\uFEFF姓名\t工号\n王芳\t001', 'utf16le'),
    ],
    ['semicolons', utf8('姓名;工号\n王芳;001')],
    ['zeros kept as text', utf8('姓名,工号\n 王芳　,"=""001"""')],
  ])('in %s is read', async (_, bytes) => {
    expect(table(await readTable(bytes, '员工.csv'))).toEqual({
      header: ['姓名', '工号'],
      rows: [{ row: 2, cells: ['王芳', '001'] }],
      unreadSheets: [],
    });
  });

  it('keeps the numbers of its rows over empty lines and lines inside quotes', async () => {
    const bytes = utf8('\n姓名,备注\n王芳,"一\n二"\n,\n李明,"逗号,引号""在内"\n');
    const { rows } = table(await readTable(bytes, 'a.csv'));
    expect(rows).toEqual([
      { row: 3, cells: ['王芳', '一\n二'] },
      { row: 5, cells: ['李明', '逗号,引号"在内'] },
    ]);
  });

  it('with a quote that never ends is broken, with its row', async () => {
    expect(await readTable(utf8('姓名,工号\n王芳,1\n"李明,2\n'), 'a.csv')).toMatchObject({
      why: 'broken',
      row: 3,
    });
  });
});

describe('an xlsx', () => {
  it('gives dates, times, numbers, formulas, links and rich text as they are read', async () => {
    const bytes = await byHand((sheet, workbook) => {
      sheet.addRow(['日期', '时刻', '数', '公式', '链接', '富文本', '身份证', '是否']);
      sheet.addRow([
        new Date(Date.UTC(2026, 2, 9)),
        new Date(Date.UTC(1899, 11, 30, 8, 30)),
        0.1 + 0.2,
        { formula: 'B1', result: ' 王芳 ' },
        { text: '王芳', hyperlink: 'https://example.com' },
        { richText: [{ text: '王' }, { text: '芳' }] },
        310101199003071234,
        true,
      ]);
      workbook.addWorksheet('别的').addRow(['x']);
    });
    expect(table(await readTable(bytes, '员工.xlsx'))).toEqual({
      header: ['日期', '时刻', '数', '公式', '链接', '富文本', '身份证', '是否'],
      // The last digits of a long number were lost in Excel already.
      rows: [
        { row: 2, cells: ['2026-03-09', '08:30', '0.3', '王芳', '王芳', '王芳', '310101199003071232', '是'] },
      ],
      unreadSheets: ['别的'],
    });
  });

  it.each<readonly [string, (sheet: Worksheet) => void, object]>([
    [
      'merged cells',
      (sheet) => {
        sheet.addRow(['姓名', '工号']);
        sheet.mergeCells('A2:B3');
      },
      { why: 'merged', cells: ['A2:B3'] },
    ],
    [
      'a formula that was never computed',
      (sheet) => void sheet.addRows([['姓名'], [{ formula: 'A1&"!"' }]]),
      { why: 'formulas-without-result', cells: ['A2'] },
    ],
    ['nothing on it', () => undefined, { why: 'empty' }],
    [
      'more than 5,000 rows',
      (sheet) => void sheet.addRows(Array.from({ length: 5002 }, (_, n) => [`行 ${n}`])),
      { why: 'too-many-rows', most: 5000 },
    ],
    ['too many columns', (sheet) => void (sheet.getCell('CX3').value = '远'), { why: 'too-many-columns' }],
  ])('with %s is refused and says where', async (_, fill, fault) => {
    expect(await readTable(await byHand(fill), 'a.xlsx')).toMatchObject(fault);
  });

  it('of exactly 5,000 rows and a header is read', async () => {
    const bytes = await byHand((sheet) => void sheet.addRows(Array.from({ length: 5001 }, (_, n) => [n])));
    expect(table(await readTable(bytes, 'a.xlsx')).rows).toHaveLength(5000);
  });

  it('that is cut off is broken, and nothing else is taken for one', async () => {
    const whole = await byHand((sheet) => void sheet.addRow(['姓名']));
    expect(await readTable(whole.slice(0, whole.length / 2), 'a.xlsx')).toMatchObject({
      why: 'not-a-spreadsheet',
    });
    const broken = whole.slice();
    broken.fill(0, 60, 400);
    expect(await readTable(broken, 'a.xlsx')).toMatchObject({ why: 'broken' });
  });
});

describe('another file', () => {
  const OLD = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);

  it.each<readonly [string, Uint8Array, string, string]>([
    ['of an old Excel', OLD, 'a.xls', 'old-format'],
    [
      'behind a password',
      Buffer.concat([OLD, Buffer.from('EncryptedPackage', 'utf16le')]),
      'a.xlsx',
      'password',
    ],
    ['that is a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 1]), 'a.csv', 'not-a-spreadsheet'],
    ['that is a paper', utf8('%PDF-1.7'), 'a.pdf', 'not-a-spreadsheet'],
    ['without bytes', new Uint8Array(), 'a.csv', 'empty'],
    ['with blanks only', utf8(' \n,,\n'), 'a.csv', 'empty'],
    ['of 11 MB', new Uint8Array(11 * 1024 * 1024), 'a.csv', 'too-large'],
  ])('%s is refused as what it is', async (_, bytes, name, why) => {
    expect(await readTable(bytes, name)).toMatchObject({ why });
  });
});

describe('a workbook that is written', () => {
  const NAMES = ['=1+1', '+86', '-1', '@SUM(A1)', '王芳', "'x", '\u0007响', ' 9'];

  it('gives back every text as text, whatever it begins with, and numbers as numbers', async () => {
    const workbook = growWorkbook([{ name: '甲/乙', columns: [{ title: '姓名' }, { title: '天数' }] }]);
    for (const name of NAMES) workbook.add(0, [name, 1.5]);
    workbook.add(0, [null, Number.NaN]);
    const bytes = await workbook.finish();
    const read = table(await readTable(bytes, 'a.xlsx'));
    expect(read.rows.map(({ cells }) => cells[0])).toEqual(
      NAMES.map((name) => name.replace('\u0007', '').trim()),
    );
    const again = new Workbook();
    await again.xlsx.load(Buffer.from(bytes) as never);
    const [sheet] = again.worksheets;
    expect(sheet?.name).toBe('甲 乙');
    expect(sheet?.getCell('A2').formula).toBeFalsy();
    // In text format pressing enter in the cell makes no formula of it either.
    expect(sheet?.getCell('A2').numFmt).toBe('@');
    expect(sheet?.getCell('B2').value).toBe(1.5);
  });

  it('of 10,000 people and a month of days needs no more than a heap of 100 MB', () => {
    const script = `
      const { growWorkbook } = require('./server/spreadsheets/write-workbook.ts');
      (async () => {
        const columns = Array.from({ length: 40 }, (_, n) => ({ title: String(n) }));
        const workbook = growWorkbook([{ name: 'a', columns }]);
        for (let row = 0; row < 10000; row += 1) {
          workbook.add(0, columns.map((_, n) => (n % 2 ? row * n : '王芳 ' + row)));
          if (row % 500 === 0) await new Promise((next) => setImmediate(next));
        }
        const bytes = await workbook.finish();
        process.stdout.write(String(bytes.length));
      })();`;
    // A heap that is too small ends the process; what it takes from the system depends on who else is busy.
    const options = ['--max-old-space-size=100', '--require', 'tsx/cjs', '-e', script];
    expect(Number(execFileSync(process.execPath, options, { encoding: 'utf8' }))).toBeGreaterThan(500_000);
  });
});

describe('an export', () => {
  const JOB = {
    _id: 'E1:one',
    by: 'E1',
    order: { what: 'places' },
    startedAt: 0,
    state: 'running',
    fileName: '',
  };
  const begin = () => {
    const kept = { files: [], after: null, done: 0 };
    const job = {
      ...JOB,
      total: null,
      done: 0,
      kept,
      attempts: 0,
      claimedUntil: 0,
      fileId: null,
      doneAt: null,
    };
    Object.assign(exporting, { cutAfter: Infinity, begun: 0 });
    return portsInMemory({ workbookExports: [job], employments: [BOUND_HR] });
  };
  const BOUND_HR = {
    _id: 'E1',
    name: '刘静',
    roles: ['hr'],
    branchId: 'sh',
    assignments: [],
    tags: [],
    hireDate: '2025-01-06',
    lastDay: null,
    openid: 'o',
  };

  it('that is cut off goes on from the rows that were kept; each row comes once, and nothing is left lying', async () => {
    const { ports, document, files } = begin();
    exporting.cutAfter = 9;
    await expect(runExport(ports, JOB._id)).rejects.toThrow('the worker dies');
    expect(document('workbookExports', JOB._id)).toMatchObject({
      state: 'running',
      kept: { after: '7', done: 4000 },
      claimedUntil: 0,
    });
    // What is kept on the way holds names and numbers: it lies sealed.
    expect(Buffer.from([...files.values()][0] ?? []).toString()).toMatch(/^\{"keyId"/);
    exporting.cutAfter = Infinity;
    await runExport(ports, JOB._id);
    const done = { fileId: '', ...document('workbookExports', JOB._id) };
    expect(done).toMatchObject({ state: 'done', done: 7000 });
    expect([...files.keys()]).toEqual([done.fileId]);
    const workbook = new Workbook();
    await workbook.xlsx.load(Buffer.from(files.get(done.fileId) ?? []) as never);
    const numbers = workbook.worksheets[0]?.getColumn(1).values.slice(2);
    expect(numbers).toEqual(Array.from({ length: 7000 }, (_, row) => row));
  });

  it('that always fails is given up after three attempts; one that somebody works at is left to him', async () => {
    const { ports, document } = begin();
    exporting.cutAfter = 0;
    for (let attempt = 0; attempt < 3; attempt += 1)
      await expect(runExport(ports, JOB._id)).rejects.toThrow('the worker dies');
    expect(document('workbookExports', JOB._id)).toMatchObject({ state: 'failed' });
    const other = begin();
    await Promise.all([runExport(other.ports, JOB._id), runExport(other.ports, JOB._id)]);
    expect(exporting.begun).toBe(1);
  });

  it('of somebody whose role is gone by then is refused', async () => {
    const { ports, document } = begin();
    await ports.database.updateWhere('employments', 'E1', {}, { set: { roles: ['employee'] } });
    await runExport(ports, JOB._id);
    expect(document('workbookExports', JOB._id)).toMatchObject({ state: 'refused', fileId: null });
  });
});
