import { isWellFormed } from '../evidence/canonical-json';
import type { HandoverTemplate, LineField, TemplateItem } from './handover-template';
import { LINE_FIELDS } from './handover-template';

/** One row of an item, e.g. one customer. The phone makes the id; it stays when the line is edited. */
export interface HandoverLine {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Digests of photos and files. */
  readonly attachments: readonly string[];
}

export interface ItemContent {
  readonly lines: readonly HandoverLine[];
  /** "There is nothing of this, because …"; null when there is. Work is never nothing. */
  readonly none: string | null;
}

/** What was filled in, by the template's item keys. A missing key is an empty item. */
export type HandoverContent = Readonly<Record<string, ItemContent>>;

export const EMPTY_ITEM: ItemContent = { lines: [], none: null };

/** Something that keeps the list from being handed in, at the field where it can be mended. */
export interface Gap {
  readonly item: string;
  readonly title: string;
  readonly line: string | null;
  readonly field: string | null;
  readonly reason:
    | 'item empty'
    | 'field blank'
    | 'too long'
    | 'broken character'
    | 'work is never nothing'
    | 'line twice'
    | 'not in the template';
}

const LONGEST_FIELD = 500;

/** Every gap, in the order of the template. */
export function gapsIn(template: HandoverTemplate, content: HandoverContent): readonly Gap[] {
  const known = new Set(template.items.map(({ key }) => key));
  const strangers = Object.keys(content).filter((key) => !known.has(key));
  return [
    ...template.items.flatMap((item) => gapsInItem(item, content[item.key] ?? EMPTY_ITEM)),
    ...strangers.map((key): Gap => ({
      item: key,
      title: key,
      line: null,
      field: null,
      reason: 'not in the template',
    })),
  ];
}

function gapsInItem(item: TemplateItem, { lines, none }: ItemContent): readonly Gap[] {
  const gap = (reason: Gap['reason'], line: string | null = null, field: string | null = null): Gap => ({
    item: item.key,
    title: item.title,
    line,
    field,
    reason,
  });
  if (lines.length === 0) {
    const isDeclared = none !== null && none.trim() !== '';
    if (isDeclared && item.kind === 'work') return [gap('work is never nothing')];
    if (isDeclared && !isWellFormed(none)) return [gap('broken character')];
    return item.required && !isDeclared ? [gap('item empty')] : [];
  }
  const rules = LINE_FIELDS[item.kind];
  return lines.flatMap(({ id, fields }, index) => [
    ...(lines.findIndex((line) => line.id === id) < index ? [gap('line twice', id)] : []),
    ...rules.flatMap((rule) => {
      const reason = fieldFault(rule, fields[rule.name] ?? '');
      return reason ? [gap(reason, id, rule.name)] : [];
    }),
    ...Object.keys(fields)
      .filter((name) => !rules.some((rule) => rule.name === name))
      .map((name) => gap('not in the template', id, name)),
  ]);
}

function fieldFault(
  { required }: LineField,
  text: string,
): 'field blank' | 'too long' | 'broken character' | null {
  if (required && text.trim() === '') return 'field blank';
  if (text.length > LONGEST_FIELD) return 'too long';
  return isWellFormed(text) ? null : 'broken character';
}

/** Items that are not ready: what "还差 n 项" counts. */
export const unfinishedItems = (gaps: readonly Gap[]): readonly string[] => [
  ...new Set(gaps.map(({ title }) => title)),
];

/** '还差 2 项必填：工作内容、资产清单', or null when the list can be handed in. */
export function missingText(gaps: readonly Gap[]): string | null {
  const titles = unfinishedItems(gaps);
  return titles.length === 0 ? null : `还差 ${titles.length} 项必填：${titles.join('、')}`;
}
