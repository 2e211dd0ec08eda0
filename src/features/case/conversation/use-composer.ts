import type { CaseView } from '@contract/contract';
import { useState } from 'react';
import { type ChosenFile, chooseFiles, uploadFile } from '@/phone/files';
import { choosePhotos } from '@/phone/photos';
import { sendable, tooLargeText } from '@/wording/files';
import type { CaseDeskState } from '../use-case-desk';
import type { QuickReply } from './quick-replies';

export const MOST_FILES = 9;
export const MOST_LETTERS = 1000;

/** Why the last try went no further; `refused`: the server said why. */
export type Stuck = 'no-camera' | 'no-files' | 'too-large' | 'upload' | 'refused';

/** What is being written: words, whom they are for, what goes along. It stays until it has been sent. */
export function useComposer({ caseId, uploadFolder }: CaseView, say: CaseDeskState['say']) {
  const [text, setText] = useState('');
  const [mentions, setMentions] = useState<readonly string[]>([]);
  const [itemKey, setItemKey] = useState<string | null>(null);
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [stuck, setStuck] = useState<Stuck | null>(null);
  /** Of files that were chosen and do not go along. */
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  const add = (chosen: readonly ChosenFile[]) => {
    const words = tooLargeText(chosen);
    setTooLarge(words);
    setStuck(words === null ? null : 'too-large');
    setFiles((had) => [...had, ...sendable(chosen)].slice(0, MOST_FILES));
  };
  const addPhotos = async () => {
    const chosen = await choosePhotos(MOST_FILES - files.length);
    if (chosen === null) return setStuck('no-camera');
    add(chosen.map(({ path }) => ({ path, name: '' })));
  };
  const addFiles = async () => {
    const chosen = await chooseFiles(MOST_FILES - files.length);
    if (chosen === null) return setStuck('no-files');
    add(chosen);
  };

  const deliver = async (words: string, going: readonly ChosenFile[], to: readonly string[]) => {
    setSending(true);
    const uploaded: { fileId: string; name: string }[] = [];
    for (const file of going) {
      const fileId = await uploadFile(uploadFolder, file);
      if (fileId === null) {
        setStuck('upload');
        setSending(false);
        return false;
      }
      uploaded.push({ fileId, name: file.name });
    }
    setStuck(null);
    const sent = await say({ text: words, mentions: [...to], itemKey, files: uploaded });
    setSending(false);
    if (!sent) setStuck('refused');
    return sent;
  };
  const send = async () => {
    if (!(await deliver(text.trim(), files, mentions))) return;
    setText('');
    setFiles([]);
    setMentions([]);
  };
  const sendQuick = async ({ text: words, photo }: QuickReply) => {
    if (!photo) return void (await deliver(words, [], []));
    const chosen = await choosePhotos(1);
    if (chosen === null) return setStuck('no-camera');
    if (chosen.length > 0)
      await deliver(
        words,
        chosen.map(({ path }) => ({ path, name: '' })),
        [],
      );
  };
  return {
    caseId,
    text,
    mentions,
    itemKey,
    files,
    stuck,
    tooLarge,
    sending,
    canSend: !sending && (text.trim() !== '' || files.length > 0),
    write: setText,
    mention: (id: string) =>
      setMentions((had) => (had.includes(id) ? had.filter((one) => one !== id) : [...had, id])),
    about: setItemKey,
    addPhotos,
    addFiles,
    dropFile: (path: string) => setFiles((had) => had.filter((file) => file.path !== path)),
    send,
    sendQuick,
  };
}

export type ComposerState = ReturnType<typeof useComposer>;
