import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import Taro from '@tarojs/taro';
import type { CaseView, InputOf } from '@contract/contract';
import { useCallback, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Outcome, Trouble } from '@/cloud/outcome';
import { linkOf } from '@/navigation/case-link';
import { type ChosenFile, chooseFiles, uploadFile } from '@/phone/files';
import { newId } from '@/phone/new-id';
import { type ChosenPhoto, choosePhotos, uploadPhoto } from '@/phone/photos';
import type { ChangedDates } from './change-dates-sheet';
import { usePulse } from './use-pulse';

type ActInput = InputOf<'case.act'>;
type MoveInput = InputOf<'case.move'>;
export type CaseAction = ActInput['action'];
export type CaseMove = MoveInput['move'];

/** What comes with an action, beside the task that it is for. */
export type Acting = Partial<
  Pick<ActInput, 'comment' | 'toEmploymentId' | 'position' | 'fields' | 'signature' | 'toNodeId' | 'lastDay'>
> & { readonly photos?: readonly ChosenPhoto[] };
export type Moving = Partial<Pick<MoveInput, 'nodeId' | 'text' | 'yes' | 'people'>>;

type Answered = { readonly text: string; readonly view: CaseView };

/** What the last press came to: done, or why it was not. */
export type Said = { readonly text: string } | { readonly trouble: Trouble } | { readonly stuck: 'photo' };

/** A case and what the caller does on it. Each press has one id, kept until the server has answered it. */
export function useCaseDesk() {
  const link = linkOf(useRouter().params);
  const [view, setView] = useState<CaseView | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const pending = useRef<{ readonly what: string; readonly id: string } | null>(null);

  const load = useCallback(async () => {
    if (link === null) return;
    const outcome = await ask('case.view', link);
    if (outcome.kind === 'done') setView(outcome.value);
    setTrouble(outcome.kind === 'done' ? null : outcome);
    // The link never changes while the page lives.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));
  usePulse(view, load);

  /** Resolves to whether it was done. */
  const press = async (what: string, send: (id: string) => Promise<Outcome<Answered> | 'photo'>) => {
    if (busy) return false;
    setBusy(true);
    const id = pending.current?.what === what ? pending.current.id : newId();
    pending.current = { what, id };
    const outcome = await send(id);
    setBusy(false);
    if (outcome === 'photo') {
      setSaid({ stuck: 'photo' });
      return false;
    }
    // Without an answer nobody knows whether it happened: the same press keeps its id.
    if (outcome.kind !== 'unreachable') pending.current = null;
    if (outcome.kind !== 'done') {
      setSaid({ trouble: outcome });
      if (outcome.kind === 'refused') void load();
      return false;
    }
    setView(outcome.value.view);
    setSaid({ text: outcome.value.text });
    return true;
  };

  const act = (action: CaseAction, { photos = [], comment = '', ...acting }: Acting = {}) => {
    const task = view?.task;
    if (!view || !task) return;
    const { taskId, round } = task;
    const { caseId, uploadFolder } = view;
    const what = JSON.stringify([action, comment, acting, photos.map(({ path }) => path)]);
    void press(what, async (commandId) => {
      const photoIds = await uploadAll(uploadFolder, photos);
      if (photoIds === null) return 'photo';
      return ask('case.act', { commandId, caseId, taskId, round, action, comment, photoIds, ...acting });
    });
  };
  const move = (kind: CaseMove, { nodeId = null, text = '', ...moving }: Moving = {}) => {
    if (!view) return;
    const { caseId } = view;
    void press(JSON.stringify([kind, nodeId, text, moving]), (commandId) =>
      ask('case.move', { commandId, caseId, move: kind, nodeId, text, ...moving }),
    );
  };
  const changeDates = (changed: ChangedDates) => {
    if (!view) return;
    const { caseId } = view;
    void press(JSON.stringify(['dates', changed]), (commandId) =>
      ask('case.changeDates', { commandId, caseId, ...changed }),
    );
  };
  const say = (words: Pick<InputOf<'case.say'>, 'text' | 'mentions' | 'itemKey' | 'files'>) => {
    if (!view) return Promise.resolve(false);
    const { caseId } = view;
    return press(JSON.stringify(['say', words]), (commandId) =>
      ask('case.say', { commandId, caseId, ...words }),
    );
  };
  /** The camera opens for the original that was checked. */
  const signOnPaper = async ({ taskId, round, digest }: CaseView['papers'][number]) => {
    if (!view) return;
    const { caseId, uploadFolder } = view;
    const photos = await choosePhotos(9);
    if (photos === null || photos.length === 0) return;
    await press(
      JSON.stringify(['paper', taskId, round, photos.map(({ path }) => path)]),
      async (commandId) => {
        const photoIds = await uploadAll(uploadFolder, photos);
        if (photoIds === null) return 'photo';
        return ask('case.signOnPaper', { commandId, caseId, taskId, round, digest, photoIds });
      },
    );
  };
  /** A paper that HR made by hand; one with the camera, one out of a chat. */
  const keepByHand = async (effectKey: string, chosen: readonly ChosenFile[] | null) => {
    const file = chosen?.[0];
    if (!view || !file) return;
    const { caseId, uploadFolder } = view;
    const { name } = file;
    await press(JSON.stringify(['by hand', effectKey, file.path]), async () => {
      const fileId = await uploadFile(uploadFolder, file);
      return fileId === null ? 'photo' : ask('document.keepByHand', { caseId, effectKey, fileId, name });
    });
  };
  const keepPhotoByHand = async (effectKey: string) => {
    const photos = await choosePhotos(1);
    return keepByHand(effectKey, photos && photos.map(({ path }) => ({ path, name: '' })));
  };
  const keepFileByHand = async (effectKey: string) => keepByHand(effectKey, await chooseFiles(1));
  return {
    broken: link === null,
    view,
    trouble,
    said,
    busy,
    act,
    move,
    changeDates,
    say,
    signOnPaper,
    keepPhotoByHand,
    keepFileByHand,
    reload: load,
  };
}

export type CaseDeskState = ReturnType<typeof useCaseDesk>;

/** The file ids of all, or null when one did not arrive. */
async function uploadAll(folder: string, photos: readonly ChosenPhoto[]): Promise<string[] | null> {
  const ids: string[] = [];
  for (const photo of photos) {
    const id = await uploadPhoto(folder, photo);
    if (id === null) return null;
    ids.push(id);
  }
  return ids;
}
