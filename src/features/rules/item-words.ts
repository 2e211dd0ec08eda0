import type { RuleDesk } from '@contract/contract';
import type { ItemKind } from './item-draft';

/** What each sort of item is called; those of which there is only one need no name beside it. */
const ITEM_WORDS: Readonly<Record<ItemKind, string>> = {
  rule: '规则',
  shift: '班次',
  place: '地点',
  overtime: '加班规则',
  settings: '基础设置',
  specialDays: '节假日与特殊日期',
  leaves: '假期类型',
  corrections: '补卡限制',
};

/** '规则 研发考勤', '基础设置'. */
export function itemText(
  { rules, shifts, places, overtimeRules }: RuleDesk,
  kind: ItemKind,
  id: string,
): string {
  const lists: Partial<Record<ItemKind, readonly { readonly id: string; readonly name: string }[]>> = {
    rule: rules,
    shift: shifts,
    place: places,
    overtime: overtimeRules,
  };
  const name = lists[kind]?.find((one) => one.id === id)?.name;
  return name === undefined ? ITEM_WORDS[kind] : `${ITEM_WORDS[kind]} ${name}`;
}

/** 规则“研发考勤”、班次“早班” */
export const usersText = (users: RuleDesk['users'][string]): string =>
  users.map(({ kind, name }) => `${ITEM_WORDS[kind]}“${name}”`).join('、');
