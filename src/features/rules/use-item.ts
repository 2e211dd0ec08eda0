import type { InputOf, RuleDesk } from '@contract/contract';
import type { RefusalFacts } from '@contract/refusals';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { newId } from '@/phone/new-id';
import { itemDraft, type ItemKind, type RuleItem } from './item-draft';

/** What the server says of one item. */
export interface LoadedItem<Value> {
  readonly desk: RuleDesk;
  readonly value: Value;
  readonly mayEdit: boolean;
  /** Nothing of it is on the server yet. */
  readonly isNew?: boolean;
  /** Whom a rule's scope names. */
  readonly names: Readonly<Record<string, string>>;
}

export type Loading<Value> = { readonly kind: 'done'; readonly value: LoadedItem<Value> } | Trouble;

type Answer = InputOf<'rules.save'>['conflicts'];
export type ConflictRow = RefusalFacts['rules.conflicts']['rows'][number];

/** Somebody wrote in between: both versions are there, and HR chooses. */
export interface Clash {
  readonly byName: string;
  readonly at: string;
}

/**
 * One item in its editor. What is written stays on the phone until the server has it; a second writer is told and loses
 * nothing.
 */
export function useItem<Value extends RuleItem['value']>(
  kind: ItemKind,
  id: string,
  load: () => Promise<Loading<Value>>,
) {
  const [loaded, setLoaded] = useState<LoadedItem<Value> | null>(null);
  const [value, setValue] = useState<Value | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [stuck, setStuck] = useState<Trouble | null>(null);
  const [clash, setClash] = useState<Clash | null>(null);
  const [rows, setRows] = useState<readonly ConflictRow[]>([]);
  const [told, setTold] = useState<readonly string[]>([]);
  const [saving, setSaving] = useState(false);
  const seen = useRef(0);
  const command = useRef('');
  const dropping = useRef(newId());
  const [dirty, setDirty] = useState(false);

  const reload = useCallback(async () => {
    const outcome = await load();
    if (outcome.kind !== 'done') return setTrouble(outcome);
    setTrouble(null);
    const { desk, value: stands } = outcome.value;
    const revision = revisionIn(desk, kind, id);
    const kept = itemDraft.read<Value>(kind, id);
    seen.current = kept?.seenRevision ?? revision;
    command.current = kept?.commandId ?? newId();
    setLoaded(outcome.value);
    setValue(kept?.value ?? stands);
    setDirty(kept !== null);
    const item = desk.items.find((one) => one.kind === kind && one.id === id);
    setClash(kept !== null && kept.seenRevision !== revision ? clashOf(item?.changedText ?? '') : null);
  }, [id, kind, load]);
  useEffect(() => void reload(), [reload]);

  const write = (next: Value) => {
    setValue(next);
    setDirty(true);
    setStuck(null);
    setRows([]);
    command.current = newId();
    itemDraft.keep(kind, id, { value: next, seenRevision: seen.current, commandId: command.current });
  };

  /** Resolves to whether the server has it now. */
  const save = async (conflicts: Answer = { answer: 'ask' }): Promise<boolean> => {
    if (value === null || saving) return false;
    if (!dirty) return true;
    setSaving(true);
    setStuck(null);
    // Kind and value come from the same editor and belong together.
    const item = { kind, id, value } as RuleItem;
    const outcome = await ask('rules.save', {
      commandId: command.current,
      seenRevision: seen.current,
      item,
      conflicts,
    });
    setSaving(false);
    if (outcome.kind === 'done') {
      itemDraft.drop(kind, id);
      seen.current = outcome.value.revision;
      command.current = newId();
      setDirty(false);
      setRows([]);
      const { releasedFrom } = outcome.value;
      setTold([
        ...outcome.value.told.map(({ text }) => text),
        ...(releasedFrom.length > 0 ? [`已从 ${releasedFrom.join('、')} 调整过来`] : []),
      ]);
      await reload();
      return true;
    }
    if (outcome.kind === 'refused' && outcome.refusal.code === 'rules.conflicts')
      setRows(outcome.refusal.facts.rows);
    else if (outcome.kind === 'refused' && outcome.refusal.code === 'rules.changed-meanwhile')
      setClash(outcome.refusal.facts);
    else setStuck(outcome);
    return false;
  };

  const entry = loaded?.desk.items.find((one) => one.kind === kind && one.id === id) ?? null;

  /** Gives the draft up, here and on the server. Resolves to whether nothing is left of the item. */
  const drop = async (): Promise<boolean> => {
    setStuck(null);
    if (entry?.isDraft === true) {
      const item = { kind, id, seenRevision: seen.current };
      const outcome = await ask('rules.drop', { commandId: dropping.current, item });
      if (outcome.kind === 'refused' && outcome.refusal.code === 'rules.changed-meanwhile') {
        setClash(outcome.refusal.facts);
        return false;
      }
      if (outcome.kind !== 'done') {
        setStuck(outcome);
        return false;
      }
      dropping.current = newId();
    }
    itemDraft.drop(kind, id);
    if (entry === null ? loaded?.isNew === true : entry.isNew) return true;
    await reload();
    return false;
  };

  return {
    kind,
    id,
    entry,
    loaded,
    value,
    trouble,
    stuck,
    clash,
    rows,
    told,
    saving,
    dirty,
    write,
    save,
    drop,
    reload,
    putRowsAway: () => setRows([]),
    /** 看对方的: what the other wrote takes the place of one's own. */
    takeTheirs: async () => {
      itemDraft.drop(kind, id);
      setClash(null);
      await reload();
    },
    /** 用我的: one's own is written over it, knowingly. */
    keepMine: async () => {
      const outcome = await ask('rules.desk', {});
      if (outcome.kind !== 'done' || value === null)
        return setStuck(outcome.kind === 'done' ? null : outcome);
      seen.current = revisionIn(outcome.value, kind, id);
      itemDraft.keep(kind, id, { value, seenRevision: seen.current, commandId: command.current });
      setClash(null);
    },
  };
}

export type ItemEditor<Value extends RuleItem['value']> = ReturnType<typeof useItem<Value>>;

const revisionIn = ({ items }: RuleDesk, kind: ItemKind, id: string): number =>
  items.find((item) => item.kind === kind && item.id === id)?.revision ?? 0;

/** '刘静 11月22日 周日 09:30' as who and when. */
function clashOf(changedText: string): Clash {
  const [byName = '', ...at] = changedText.split(' ');
  return { byName, at: at.join(' ') };
}
