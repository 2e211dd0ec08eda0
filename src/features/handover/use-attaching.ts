import type { HandoverView } from '@contract/contract';
import { useState } from 'react';
import { ask } from '@/cloud/ask';
import { type ChosenFile, chooseFiles, uploadFile } from '@/phone/files';
import { choosePhotos } from '@/phone/photos';
import { sendable, tooLargeText } from '@/wording/files';
import { troubleSentence } from '@/wording/troubles';

export const MOST_FILES = 9;

interface Attaching {
  readonly caseId: string;
  readonly uploadFolder: string;
  readonly onAttached: (file: HandoverView['files'][number]) => void;
}

/** Sends files as soon as they are chosen: what a phone holds for a moment is gone with the next start. */
export function useAttaching({ caseId, uploadFolder, onAttached }: Attaching) {
  const [busy, setBusy] = useState(false);
  const [stuck, setStuck] = useState<string | null>(null);

  const send = async (chosen: readonly ChosenFile[] | null) => {
    if (chosen === null) return setStuck('微信没有权限打开相机或文件，可在右上角“设置”里允许');
    if (chosen.length === 0) return;
    setBusy(true);
    setStuck(null);
    const problems = [tooLargeText(chosen)];
    // What is wrong with one file keeps no other back.
    for (const file of sendable(chosen)) problems.push(await sendOne(file));
    const said = problems.filter((problem) => problem !== null);
    if (said.length > 0) setStuck(said.join('；'));
    setBusy(false);
  };

  /** Resolves to why it did not arrive. */
  const sendOne = async (file: ChosenFile): Promise<string | null> => {
    const fileId = await uploadFile(uploadFolder, file);
    if (fileId === null) return `“${file.name || '照片'}”没有传上去，网络好了再试一次`;
    const outcome = await ask('handover.attach', { caseId, fileId, name: file.name });
    if (outcome.kind !== 'done') return troubleSentence(outcome).text;
    onAttached(outcome.value.file);
    return null;
  };

  const addPhotos = async (most: number) => {
    const chosen = await choosePhotos(most);
    return send(chosen && chosen.map(({ path }) => ({ path, name: '' })));
  };
  return { busy, stuck, addPhotos, addFiles: async (most: number) => send(await chooseFiles(most)) };
}
