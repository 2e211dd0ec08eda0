import type { HandoverLine } from '@domain/offboarding/handover-content';
import { type ItemKind, LINE_FIELDS } from '@domain/offboarding/handover-template';

/** What a line is called in a list: its first field. */
export const lineTitle = (kind: ItemKind, { fields }: HandoverLine): string =>
  fields[LINE_FIELDS[kind][0]?.name ?? '']?.trim() || '（还没写）';

/** The rest of a line, as '联系方式：138…'; empty fields are left out. */
export const lineDetails = (kind: ItemKind, { fields }: HandoverLine): readonly string[] =>
  LINE_FIELDS[kind]
    .slice(1)
    .filter(({ name }) => (fields[name] ?? '').trim() !== '')
    .map(({ name, title }) => `${title}：${fields[name]}`);
