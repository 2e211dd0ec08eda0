import { Text, View } from '@tarojs/components';
import type { CaseView } from '@contract/contract';
import { useEffect } from 'react';
import { ask } from '@/cloud/ask';
import { Sheet } from '@/ui/sheet';
import type { CaseDeskState, Said } from '../use-case-desk';
import { CommentLine } from './comment-line';
import { Composer } from './composer';
import { useComposer } from './use-composer';
import './conversation.scss';

interface ConversationSheetProps {
  readonly view: CaseView;
  readonly said: Said | null;
  readonly say: CaseDeskState['say'];
  readonly onClose: () => void;
}

/** The conversation of a case, newest at the bottom. What is shown here counts as read. */
export function ConversationSheet({ view, said, say, onClose }: ConversationSheetProps) {
  const { caseId, seq, unread, comments, canComment } = view;
  const composer = useComposer(view, say);
  useEffect(() => {
    if (unread > 0) void ask('case.see', { caseId, seq });
  }, [caseId, seq, unread]);
  const thread =
    composer.itemKey === null ? comments : comments.filter(({ itemKey }) => itemKey === composer.itemKey);
  return (
    <Sheet id="conversation" title="沟通" onClose={onClose}>
      <View id="conversation-lines" className="talk">
        {thread.length === 0 && (
          <Text className="talk__none">还没有人留言。这里说的话，参与这件事的人都能看到。</Text>
        )}
        {thread.map((comment) => (
          <CommentLine key={comment.seq} caseId={caseId} comment={comment} />
        ))}
      </View>
      {canComment && <Composer view={view} composer={composer} said={said} />}
    </Sheet>
  );
}
