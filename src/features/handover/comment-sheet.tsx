import { useState } from 'react';
import { troubleSentence } from '@/wording/troubles';
import { handoverWords } from './handover-draft';
import type { Handover } from './use-handover';
import { WordsSheet } from './words-sheet';

interface CommentSheetProps {
  readonly handover: Handover;
  readonly caseId: string;
  readonly item: string;
  readonly title: string;
  readonly placeholder: string;
  readonly send: string;
  readonly onClose: () => void;
}

/** A word at an item. It closes when the server has it; until then what was written stays, here and on the phone. */
export function CommentSheet(props: CommentSheetProps) {
  const { handover, caseId, item, title, placeholder, send, onClose } = props;
  const [stuck, setStuck] = useState<string | null>(null);
  const submit = async (text: string) => {
    setStuck(null);
    const outcome = await handover.comment(item, text);
    if (outcome === null) return;
    if (outcome.kind !== 'done') return setStuck(troubleSentence(outcome).text);
    handoverWords.drop(caseId, item);
    onClose();
  };
  return (
    <WordsSheet
      id="comment-sheet"
      title={title}
      placeholder={placeholder}
      most={300}
      send={handover.busy ? '正在提交…' : send}
      asleep={handover.busy}
      problem={stuck}
      first={handoverWords.read(caseId, item)}
      onWrite={(text) => handoverWords.keep(caseId, item, text)}
      onSend={(text) => void submit(text)}
      onClose={onClose}
    />
  );
}
