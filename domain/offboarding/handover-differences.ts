import type { HandoverContent, HandoverLine } from './handover-content';
import { EMPTY_ITEM } from './handover-content';
import type { HandoverTemplate } from './handover-template';
import { LINE_FIELDS } from './handover-template';

/** What changed from one version to the next, so that the recipient reads only that. */
export interface Difference {
  readonly item: string;
  readonly title: string;
  /** null: the item's own "there is nothing of this". */
  readonly line: string | null;
  readonly change: 'added' | 'removed' | 'changed';
  readonly fields: readonly FieldDifference[];
  readonly attachmentsChanged: boolean;
}

export interface FieldDifference {
  readonly name: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/** In the order of the template, then of the later version's lines; removed lines last. */
export function differencesBetween(
  template: HandoverTemplate,
  before: HandoverContent,
  after: HandoverContent,
): readonly Difference[] {
  return template.items.flatMap(({ key, kind, title }) => {
    const was = before[key] ?? EMPTY_ITEM;
    const is = after[key] ?? EMPTY_ITEM;
    const names = LINE_FIELDS[kind];
    const compare = (old: HandoverLine | undefined, now: HandoverLine | undefined): readonly Difference[] => {
      const fields = names.flatMap((rule): FieldDifference[] => {
        const beforeText = old?.fields[rule.name] ?? '';
        const afterText = now?.fields[rule.name] ?? '';
        return beforeText === afterText
          ? []
          : [{ name: rule.name, title: rule.title, before: beforeText, after: afterText }];
      });
      const attachmentsChanged = (old?.attachments ?? []).join() !== (now?.attachments ?? []).join();
      const change = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
      if (change === 'changed' && fields.length === 0 && !attachmentsChanged) return [];
      return [{ item: key, title, line: (now ?? old)?.id ?? null, change, fields, attachmentsChanged }];
    };
    const oldById = new Map(was.lines.map((line) => [line.id, line]));
    const newIds = new Set(is.lines.map(({ id }) => id));
    return [
      ...noneDifference(key, title, was.none, is.none),
      ...is.lines.flatMap((line) => compare(oldById.get(line.id), line)),
      ...was.lines.filter(({ id }) => !newIds.has(id)).flatMap((line) => compare(line, undefined)),
    ];
  });
}

function noneDifference(
  item: string,
  title: string,
  before: string | null,
  after: string | null,
): readonly Difference[] {
  if (before === after) return [];
  const change = before === null ? 'added' : after === null ? 'removed' : 'changed';
  const fields = [{ name: 'none', title: '没有此项的说明', before: before ?? '', after: after ?? '' }];
  return [{ item, title, line: null, change, fields, attachmentsChanged: false }];
}
