import type { ImportKind, ImportView } from './use-import';
import type { Shown } from './use-import-lines';

/** What one row is called. */
const UNITS: Readonly<Record<ImportKind, string>> = { people: '人', places: '个地点' };

export const TITLES: Readonly<Record<ImportKind, string>> = { people: '导入员工', places: '导入考勤地点' };

export const HOW: Readonly<Record<ImportKind, readonly string[]>> = {
  people: [
    '工号已在公司里的，按这一行更改；没有的，新增。空着的格子不改。',
    '部门和岗位的变动从今天起算。调动机构、更正入职日期请在员工档案里做。',
  ],
  places: [
    '名称相同的更改，没有的新增。半径填 1 到 10000 的数字（米），坐标用国测局坐标（GCJ-02）。',
    '导入后是草稿，发布前不影响任何人。',
  ],
};

export const SHOWN: readonly { readonly show: Shown; readonly word: string }[] = [
  { show: 'wrong', word: '有问题' },
  { show: 'added', word: '新增' },
  { show: 'changed', word: '更改' },
  { show: 'same', word: '没有变化' },
];

export const amount = (kind: ImportKind, count: number): string => `${count} ${UNITS[kind]}`;

/** '新增 12 人，更改 3 人' */
export const writtenText = ({ kind, written: { added, changed } }: ImportView): string =>
  [added > 0 && `新增 ${amount(kind, added)}`, changed > 0 && `更改 ${amount(kind, changed)}`]
    .filter(Boolean)
    .join('，') || '没有写入任何内容';

/** How one of the imports before stands. */
export function stateText(view: ImportView): string {
  switch (view.state) {
    case 'checked':
      return '检查过，还没有导入';
    case 'expired':
      return '检查过，没有导入';
    case 'writing':
      return `正在导入 ${view.done} / ${view.total}`;
    case 'written':
      return writtenText(view);
    case 'undoing':
      return `正在撤销 ${view.done} / ${view.total}`;
    case 'undone':
      return view.keptCount === 0 ? '已撤销' : `已撤销，${amount(view.kind, view.keptCount)}保留`;
  }
}
