import { arrangeColumns, columnName, type Table } from '@domain/spreadsheets/table';
import * as fc from 'fast-check';

const COLUMNS = [
  { title: '姓名', required: true },
  { title: '工号', required: true, also: ['员工编号'] },
  { title: '手机', required: false },
];

const table = (header: readonly string[], ...rows: readonly (readonly string[])[]): Table => ({
  header,
  rows: rows.map((cells, index) => ({ row: index + 2, cells })),
  unreadSheets: [],
});

describe('the columns of a file', () => {
  it('are found by their headings, wherever they stand; what is not there is empty', () => {
    expect(arrangeColumns(table(['员工编号 *', '姓 名'], ['E1', '王芳']), COLUMNS, 'refuse')).toEqual({
      header: ['姓名', '工号', '手机'],
      rows: [{ row: 2, cells: ['王芳', 'E1', ''] }],
      unreadSheets: [],
    });
  });

  it('that are missing, unknown or there twice are all named at once', () => {
    const read = arrangeColumns(table(['姓名', '姓名', '电话', ''], ['a', 'b', 'c', 'd']), COLUMNS, 'refuse');
    expect(read).toEqual({
      why: 'columns',
      missing: ['工号'],
      unknown: ['电话', '第 4 列'],
      twice: ['姓名'],
      expected: ['姓名', '工号', '手机'],
    });
  });

  it('that nobody knows are kept behind where a file may have them', () => {
    const read = arrangeColumns(table(['3月2日', '工号', '姓名'], ['早', 'E1', '王芳']), COLUMNS, 'keep');
    expect(read).toMatchObject({
      header: ['姓名', '工号', '手机', '3月2日'],
      rows: [{ row: 2, cells: ['王芳', 'E1', '', '早'] }],
    });
    expect(arrangeColumns(table(['1日', '工号', '姓名', '1日']), COLUMNS, 'keep')).toMatchObject({
      twice: ['1日'],
    });
  });

  it('come out alike in whatever order the file has them', () => {
    const cells = fc.array(fc.string(), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), fc.array(cells), (order, rows) => {
        const inOrder = arrangeColumns(table(['姓名', '工号', '手机'], ...rows), COLUMNS, 'refuse');
        const shuffled = table(
          order.map((place) => COLUMNS[place]?.title ?? ''),
          ...rows.map((row) => order.map((place) => row[place] ?? '')),
        );
        expect(arrangeColumns(shuffled, COLUMNS, 'refuse')).toEqual(inOrder);
      }),
    );
  });
});

it('columns are called as spreadsheets call them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
