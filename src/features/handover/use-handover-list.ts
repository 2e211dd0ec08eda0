import type { HandoverView } from '@contract/contract';
import {
  EMPTY_ITEM,
  type Gap,
  gapsIn,
  type HandoverContent,
  type ItemContent,
} from '@domain/offboarding/handover-content';
import { GENERAL_TEMPLATE } from '@domain/offboarding/handover-template';
import { useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import { newId } from '@/phone/new-id';
import { type HandoverDraft, handoverDraft } from './handover-draft';
import type { Handover } from './use-handover';

/** The employee's own list while it is written. What was written and not handed in comes back at the next visit. */
export function useHandoverList(handover: Handover, view: HandoverView) {
  const { caseId } = view;
  const [draft, setDraft] = useState<HandoverDraft | null>(() => handoverDraft.read(caseId));
  const [restored, setRestored] = useState(draft !== null);
  /** Fields are blamed only once somebody tried to hand in; until then the count on top says enough. */
  const [tried, setTried] = useState(false);
  const submitted = view.shown?.content ?? {};
  const content: HandoverContent = draft?.content ?? submitted;
  const number = view.shown?.number ?? 0;

  /** The newest, also for whoever began before the last letter: an upload takes its time. */
  const latest = useRef(draft);
  const hold = (next: HandoverDraft | null) => {
    latest.current = next;
    setDraft(next);
    if (next) handoverDraft.keep(caseId, next);
    else handoverDraft.drop(caseId);
  };

  const write = (item: string, change: (before: ItemContent) => ItemContent) => {
    const had = latest.current;
    const before = had?.content ?? submitted;
    const next = { ...before, [item]: change(before[item] ?? EMPTY_ITEM) };
    hold({ commandId: newId(), from: had?.from ?? number, content: next });
  };
  const forget = () => {
    hold(null);
    setRestored(false);
  };

  const gaps: readonly Gap[] = gapsIn({ ...GENERAL_TEMPLATE, items: view.items }, content);
  const submit = async () => {
    setTried(true);
    if (gaps.length > 0) return;
    const commandId = draft?.commandId ?? null;
    const outcome = await handover.press(`submit ${commandId ?? ''}`, (fresh, id) =>
      ask('handover.submit', { commandId: commandId ?? fresh, caseId: id, content: onTheWire(content) }),
    );
    if (outcome?.kind === 'done') {
      forget();
      setTried(false);
    }
  };
  return {
    content,
    gaps,
    blamed: tried ? gaps : [],
    /** Written on this phone and not handed in. */
    isDraft: draft !== null,
    restored,
    /** The list was handed in elsewhere since this draft was begun: both are there, the person chooses. */
    conflicts: draft !== null && draft.from !== number,
    write,
    forget,
    /** Goes on with the draft, as a change of the newest version. */
    goOn: () => draft && hold({ ...draft, from: number }),
    submit,
  };
}

export type HandoverList = ReturnType<typeof useHandoverList>;

/** Keys without content say nothing; the server counts an item that is not there as empty. */
function onTheWire(content: HandoverContent) {
  return Object.fromEntries(
    Object.entries(content).map(([key, { lines, none }]) => [
      key,
      {
        lines: lines.map(({ id, fields, attachments }) => ({
          id,
          fields: { ...fields },
          attachments: [...attachments],
        })),
        none: lines.length > 0 || !none?.trim() ? null : none.trim(),
      },
    ]),
  );
}
