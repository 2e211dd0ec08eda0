import { useRouter } from '@tarojs/taro';
import type { OutputOf } from '@contract/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import type { DrawnSignature } from '@/features/signing/signature-sheet';
import { pathOf, replaceByJourney } from '@/navigation/leaving-links';
import { type ChosenPhoto, choosePhotos, uploadPhoto } from '@/phone/photos';
import { type LeavingDraft, leavingDraft } from './leaving-draft';

export const MOST_PHOTOS = 6;

/** What the server makes of a wish: dates, route, the text to be signed. */
export type Forecast = OutputOf<'leaving.draft'>;

/** The form of one way of leaving: its live explanation, and sending it once. */
export function useNotice() {
  const path = pathOf(useRouter().params);
  const [draft, setDraft] = useState(() => leavingDraft.read(path));
  const [forecast, setForecast] = useState<Forecast | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [photos, setPhotos] = useState<readonly ChosenPhoto[]>([]);
  /** What is shown for signing: the very text whose digest is signed. */
  const [signing, setSigning] = useState<Forecast | null>(null);
  /** Why the last try to send did not succeed. */
  const [stuck, setStuck] = useState<Trouble | 'photo' | 'no-camera' | null>(null);
  const [busy, setBusy] = useState(false);
  const latest = useRef(0);
  const { wished, remote } = draft;

  const explain = useCallback(async (): Promise<Forecast | null> => {
    latest.current += 1;
    const mine = latest.current;
    const reason = leavingDraft.read(path).reason.trim();
    const outcome = await ask('leaving.draft', { path, wished, remote, reason });
    if (mine !== latest.current) return null;
    setTrouble(outcome.kind === 'done' ? null : outcome);
    if (outcome.kind !== 'done') return null;
    setForecast(outcome.value);
    return outcome.value;
  }, [path, wished, remote]);
  useEffect(() => void explain(), [explain]);

  const write = (change: Partial<LeavingDraft>) => {
    const next = { ...draft, ...change };
    setDraft(next);
    setStuck(null);
    leavingDraft.keep(path, next);
  };
  const addPhotos = async () => {
    const chosen = await choosePhotos(MOST_PHOTOS - photos.length);
    if (chosen === null) return setStuck('no-camera');
    setPhotos((had) => [...had, ...chosen].slice(0, MOST_PHOTOS));
  };

  /** Asks for the text as it will be sent; a notice is then shown for signing, a question goes out at once. */
  const go = async () => {
    if (busy) return;
    setBusy(true);
    setStuck(null);
    leavingDraft.keep(path, draft);
    const shown = await explain();
    if (shown?.signature) setSigning(shown);
    else if (shown) await send(shown, null);
    setBusy(false);
  };

  const send = async (shown: Forecast, drawn: DrawnSignature | null) => {
    setSigning(null);
    setBusy(true);
    const photoIds: string[] = [];
    for (const photo of shown.signature ? [] : photos) {
      const id = await uploadPhoto(shown.uploadFolder, photo);
      if (id === null) {
        setBusy(false);
        return setStuck('photo');
      }
      photoIds.push(id);
    }
    const { digest } = shown;
    const outcome = await ask('leaving.give', {
      ...draft,
      path,
      reason: draft.reason.trim(),
      digest,
      signature: drawn && { ...copied(drawn), digest },
      photoIds,
    });
    setBusy(false);
    if (outcome.kind === 'done') {
      leavingDraft.drop(path);
      await replaceByJourney();
      return;
    }
    setStuck(outcome);
    if (outcome.kind === 'refused' && outcome.refusal.code === 'leaving.changed') void explain();
  };

  return {
    path,
    draft,
    forecast,
    trouble,
    photos,
    signing,
    stuck,
    busy,
    write,
    addPhotos,
    dropPhoto: (gone: string) => setPhotos((had) => had.filter((photo) => photo.path !== gone)),
    go,
    send,
    stopSigning: () => setSigning(null),
    reload: explain,
  };
}

/** Lists of their own: the drawing is read-only, what travels is not. */
const copied = ({ sessionId, strokes, canvas }: DrawnSignature) => ({
  sessionId,
  strokes: strokes.map((stroke) => stroke.map((point) => ({ ...point }))),
  canvas: { ...canvas },
});
