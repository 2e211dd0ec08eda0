import type { InputOf } from '@contract/contract';
import { storage } from '@/phone/storage';

export type RuleItem = InputOf<'rules.save'>['item'];
export type ItemKind = RuleItem['kind'];
export type ValueOf<Kind extends ItemKind> = Extract<RuleItem, { kind: Kind }>['value'];

/** What HR has written and not saved: leaving the page, or a weak network, loses nothing. */
export interface ItemDraft<Value> {
  readonly value: Value;
  /** The revision it was begun from. */
  readonly seenRevision: number;
  /** The save's id: however often it is sent, it is one edit. */
  readonly commandId: string;
}

const key = (kind: ItemKind, id: string): string => `rule-edit-${kind}-${id}`;

export const itemDraft = {
  read: <Value>(kind: ItemKind, id: string): ItemDraft<Value> | null =>
    storage.read(key(kind, id)) as ItemDraft<Value> | null,
  keep: <Value>(kind: ItemKind, id: string, draft: ItemDraft<Value>): void =>
    storage.write(key(kind, id), draft),
  drop: (kind: ItemKind, id: string): void => storage.write(key(kind, id), null),
};
