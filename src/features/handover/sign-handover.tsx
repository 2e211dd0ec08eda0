import type { HandoverView } from '@contract/contract';
import { useState } from 'react';
import { SignatureSheet } from '@/features/signing/signature-sheet';
import { Button } from '@/ui/button';
import type { Handover } from './use-handover';

interface SignHandoverProps {
  readonly handover: Handover;
  readonly view: HandoverView;
}

/** The signature over the version that is on the screen; what is signed is said first. */
export function SignHandover({ handover, view }: SignHandoverProps) {
  /** Fixed when the sheet opens: a version that comes meanwhile is refused, not signed unseen. */
  const [digest, setDigest] = useState<string | null>(null);
  const { shown, may } = view;
  if (!may.sign || !shown?.isCurrent) return null;
  return (
    <>
      <Button id="handover-sign" look="primary" asleep={handover.busy} onTap={() => setDigest(shown.digest)}>
        {handover.busy ? '正在提交…' : '签名'}
      </Button>
      {digest !== null && (
        <SignatureSheet
          document="handover"
          caseId={view.caseId}
          title="工作交接清单"
          summary={summaryOf(view)}
          onSigned={(drawn) => {
            setDigest(null);
            void handover.sign(digest, drawn);
          }}
          onClose={() => setDigest(null)}
        />
      )}
    </>
  );
}

const summaryOf = ({ employeeName, recipientName, shown, items }: HandoverView): readonly string[] => [
  `${employeeName}交接给${recipientName ?? '接收人'}，第 ${shown?.number ?? 1} 版。`,
  ...items.flatMap(({ key, title }) => {
    const { lines = [], none = null } = shown?.content[key] ?? {};
    if (lines.length > 0) return [`${title}：${lines.length} 条`];
    return none === null ? [] : [`${title}：没有，${none}`];
  }),
  '双方签的是同一份内容；内容或接收人一变，签名就作废，需要重新签。',
];
