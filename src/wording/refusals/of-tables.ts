import type { TableFault } from '@domain/spreadsheets/table';
import type { CodesOf, Wording } from './wording';

const named = (what: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `${what}“${names.join('”“')}”`;

/** Why a file is no table, and what to do about it. */
function faultText(fault: TableFault): string {
  switch (fault.why) {
    case 'not-a-spreadsheet':
      return '这不是表格文件，请选 xlsx 或 csv';
    case 'old-format':
      return '这是旧版 Excel 的 xls 文件，请另存为 xlsx 再上传';
    case 'password':
      return '文件加了密码，请去掉密码再上传';
    case 'empty':
      return '表格里没有内容';
    case 'broken':
      return fault.row === null
        ? '文件已损坏，读不出来，请重新保存一份再上传'
        : `第 ${fault.row} 行的引号不配对，从这里起读不出来`;
    case 'too-large':
      return `文件太大，最多 ${fault.most} MB`;
    case 'too-many-rows':
      return `一次最多 ${fault.most} 行，请分成几份上传`;
    case 'too-many-columns':
      return `列太多，最多 ${fault.most} 列；表格右边的空白处也许有内容`;
    case 'merged':
      return `表里有合并的单元格：${fault.cells.join('、')}。请取消合并再上传`;
    case 'formulas-without-result':
      return `公式还没有算出结果：${fault.cells.join('、')}。请在 Excel 里打开、保存一次再上传`;
    case 'columns':
      return `表头不对：${[named('缺少', fault.missing), named('不认识', fault.unknown), named('重复了', fault.twice)].filter((part) => part !== '').join('，')}。可用的列是：${fault.expected.join('、')}`;
  }
}

/** Files that people hand in or ask for. */
export const ofTables: Wording<CodesOf<'table' | 'export' | 'import'>> = {
  'table.unreadable': (fault) => ({ text: faultText(fault) }),
  'import.unknown': () => ({ text: '没有找到这次导入，请重新选择文件' }),
  'import.expired': () => ({ text: '检查结果只保留一天，请重新选择文件' }),
  'import.has-wrong-rows': ({ wrong }) => ({
    text: `还有 ${wrong} 行有问题，按“全部通过才导入”一行也没有导入`,
  }),
  'import.nothing': () => ({ text: '没有要新增或更改的内容' }),
  'import.not-undoable': () => ({ text: '这次导入现在不能撤销' }),
  'export.not-yours': () => ({ text: '这份表格不在你的权限里' }),
  'export.unknown': () => ({ text: '没有找到这次导出，请重新导出' }),
};
