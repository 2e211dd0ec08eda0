import type { TableFault } from '@domain/spreadsheets/table';
import { refusalSentence } from '@/wording/refusals';

const WORDS: readonly (readonly [TableFault, string])[] = [
  [{ why: 'not-a-spreadsheet' }, '这不是表格文件，请选 xlsx 或 csv'],
  [{ why: 'old-format' }, '这是旧版 Excel 的 xls 文件，请另存为 xlsx 再上传'],
  [{ why: 'password' }, '文件加了密码，请去掉密码再上传'],
  [{ why: 'empty' }, '表格里没有内容'],
  [{ why: 'broken', row: null }, '文件已损坏，读不出来，请重新保存一份再上传'],
  [{ why: 'broken', row: 7 }, '第 7 行的引号不配对，从这里起读不出来'],
  [{ why: 'too-large', most: 10 }, '文件太大，最多 10 MB'],
  [{ why: 'too-many-rows', most: 5000 }, '一次最多 5000 行，请分成几份上传'],
  [{ why: 'too-many-columns', most: 100 }, '列太多，最多 100 列；表格右边的空白处也许有内容'],
  [{ why: 'merged', cells: ['A2:B3'] }, '表里有合并的单元格：A2:B3。请取消合并再上传'],
  [
    { why: 'formulas-without-result', cells: ['C7'] },
    '公式还没有算出结果：C7。请在 Excel 里打开、保存一次再上传',
  ],
  [
    { why: 'columns', missing: ['工号'], unknown: ['电话'], twice: [], expected: ['姓名', '工号'] },
    '表头不对：缺少“工号”，不认识“电话”。可用的列是：姓名、工号',
  ],
];

it.each(WORDS)('%j is told in words', (facts, text) => {
  expect(refusalSentence({ code: 'table.unreadable', facts }).text).toBe(text);
});
