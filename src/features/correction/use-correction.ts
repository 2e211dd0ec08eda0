import { useRouter } from '@tarojs/taro';
import type { CorrectionForm } from '@contract/contract';
import { useCallback, useEffect, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { replaceByCase } from '@/navigation/case-link';
import { newId } from '@/phone/new-id';
import { type ChosenPhoto, choosePhotos, uploadPhoto } from '@/phone/photos';
import { type CorrectionDraft, correctionDraft } from './correction-draft';

export const MOST_PHOTOS = 3;

/** The form of one day: what may be corrected, what is written so far, and sending it once. */
export function useCorrection() {
  const date = decodeURIComponent(useRouter().params.date ?? '');
  const [form, setForm] = useState<CorrectionForm | null>(null);
  const [draft, setDraft] = useState<CorrectionDraft | null>(() => correctionDraft.read(date));
  const [photos, setPhotos] = useState<readonly ChosenPhoto[]>([]);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  /** Why the last try to send did not succeed. */
  const [stuck, setStuck] = useState<Trouble | 'photo' | 'no-camera' | null>(null);
  const [sending, setSending] = useState(false);

  const load = useCallback(async () => {
    const outcome = await ask('correction.form', { date });
    if (outcome.kind !== 'done') return setTrouble(outcome);
    setTrouble(null);
    setForm(outcome.value);
    setDraft((had) => had ?? firstDraft(outcome.value));
  }, [date]);
  useEffect(() => void load(), [load]);

  const write = (change: Partial<CorrectionDraft>) => {
    if (!draft) return;
    const next = { ...draft, ...change };
    setDraft(next);
    setStuck(null);
    correctionDraft.keep(date, next);
  };
  const addPhotos = async () => {
    const chosen = await choosePhotos(MOST_PHOTOS - photos.length);
    if (chosen === null) return setStuck('no-camera');
    setPhotos((had) => [...had, ...chosen].slice(0, MOST_PHOTOS));
  };

  const send = async () => {
    if (!form || !draft || sending) return;
    setSending(true);
    setStuck(null);
    const photoIds: string[] = [];
    for (const photo of photos) {
      const id = await uploadPhoto(form.uploadFolder, photo);
      if (id === null) {
        setSending(false);
        return setStuck('photo');
      }
      photoIds.push(id);
    }
    const outcome = await ask('correction.apply', { ...draft, date, reason: draft.reason.trim(), photoIds });
    setSending(false);
    if (outcome.kind !== 'done') return setStuck(outcome);
    correctionDraft.drop(date);
    await replaceByCase({ caseId: outcome.value.view.caseId, taskId: null, round: null });
  };

  return {
    form,
    draft,
    photos,
    trouble,
    stuck,
    sending,
    canSend: draft !== null && draft.reason.trim().length >= 2 && form?.refusal === null && !sending,
    write,
    addPhotos,
    dropPhoto: (path: string) => setPhotos((had) => had.filter((photo) => photo.path !== path)),
    send,
    reload: load,
  };
}

/** The card that most likely brought the person here: one that is missing, else one that is off. */
function firstDraft({ cards }: CorrectionForm): CorrectionDraft | null {
  const card =
    cards.find(({ actual }) => actual === null) ?? cards.find(({ tone }) => tone !== 'ok') ?? cards[0];
  if (!card) return null;
  const { kind, segment, proposedMinute } = card;
  return { commandId: newId(), card: kind, segment, minute: proposedMinute, reason: '' };
}
