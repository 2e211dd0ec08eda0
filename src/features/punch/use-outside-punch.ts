import type { TodayView } from '@contract/contract';
import { useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { device } from '@/phone/device';
import { newId } from '@/phone/new-id';
import { type ChosenPhoto, choosePhotos, uploadPhoto } from '@/phone/photos';
import type { PunchDesk } from './use-punch-desk';

export const MOST_PHOTOS = 3;
const LEAST_LETTERS = 2;

/** One 外勤打卡 being made: its id is made with it, so however often it is sent, it is one. */
export interface OutsideDraft {
  readonly punchId: string;
  readonly offer: NonNullable<TodayView['button']['outside']>;
  readonly remark: string;
  readonly photos: readonly ChosenPhoto[];
}

export type OutsideStuck = Trouble | 'photo' | 'no-camera' | 'no-position';

/** 外勤打卡: a remark and pictures, then one press with the position of that moment. */
export function useOutsidePunch({ today, position }: PunchDesk) {
  const [draft, setDraft] = useState<OutsideDraft | null>(null);
  const [stuck, setStuck] = useState<OutsideStuck | null>(null);
  const [sending, setSending] = useState(false);
  /** What the server said last, until the sheet is opened again. */
  const [said, setSaid] = useState<{ readonly text: string; readonly tone: 'ok' | 'info' } | null>(null);

  const open = () => {
    const offer = today.view?.button.outside;
    if (offer === undefined) return;
    setStuck(null);
    setSaid(null);
    setDraft({ punchId: newId(), offer, remark: '', photos: [] });
  };
  const change = (part: Partial<OutsideDraft>) => {
    setStuck(null);
    setDraft((had) => had && { ...had, ...part });
  };
  const addPhotos = async () => {
    if (draft === null) return;
    const from = draft.offer.photo === 'camera' ? 'camera' : 'anywhere';
    const chosen = await choosePhotos(MOST_PHOTOS - draft.photos.length, from);
    if (chosen === null) setStuck('no-camera');
    else change({ photos: [...draft.photos, ...chosen].slice(0, MOST_PHOTOS) });
  };

  const deliver = async ({ punchId, offer, remark, photos }: OutsideDraft): Promise<OutsideStuck | null> => {
    const here = await position.recent();
    if (here === null) return 'no-position';
    const photoIds: string[] = [];
    for (const photo of photos) {
      const id = await uploadPhoto(offer.uploadFolder, photo);
      if (id === null) return 'photo';
      photoIds.push(id);
    }
    const outcome = await ask('punch.outside', {
      punchId,
      position: here,
      remark: remark.trim(),
      photoIds,
      device: device(),
    });
    if (outcome.kind !== 'done') return outcome;
    const { text, tone, today: desk } = outcome.value;
    today.showDesk(desk);
    setSaid({ text, tone: tone === 'ok' ? 'ok' : 'info' });
    return null;
  };
  const send = async () => {
    if (draft === null || sending) return;
    setSending(true);
    setStuck(null);
    const trouble = await deliver(draft);
    setSending(false);
    if (trouble === null) setDraft(null);
    else setStuck(trouble);
  };

  return {
    draft,
    stuck,
    sending,
    said,
    canSend:
      draft !== null &&
      !sending &&
      draft.remark.trim().length >= LEAST_LETTERS &&
      (draft.offer.photo === 'optional' || draft.photos.length > 0),
    open,
    close: () => setDraft(null),
    write: (remark: string) => change({ remark }),
    addPhotos,
    dropPhoto: (path: string) =>
      change({ photos: (draft?.photos ?? []).filter((photo) => photo.path !== path) }),
    send,
  };
}

export type OutsidePunch = ReturnType<typeof useOutsidePunch>;
