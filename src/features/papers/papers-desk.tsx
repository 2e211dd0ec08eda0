import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { ReasonSheet } from '@/features/case/reason-sheet';
import { open, VERIFY_PAPER } from '@/navigation/leaving-links';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { PaperEntry } from './paper-entry';
import { type PaperLine, usePapers } from './use-papers';
import './papers.scss';

/** 我的文件, or the papers of a case for HR: open, pass on, check; they stay here after leaving too. */
export function PapersDesk() {
  const papers = usePapers();
  const { view, trouble, said, busy, bundle } = papers;
  const [revoking, setRevoking] = useState<PaperLine | null>(null);
  if (trouble !== null && view === null)
    return (
      <ErrorState
        id="papers-trouble"
        trouble={trouble}
        safe="文件都在服务器上，离职以后也能下载。"
        onRetry={() => void papers.reload()}
      />
    );
  if (view === null) return <Bones />;
  return (
    <View className="papers">
      {said !== null && <Notice id="papers-said" mark={<StatusMark tone="info" />} text={said} />}
      {view.papers.length === 0 ? (
        <EmptyState
          id="papers-empty"
          title="还没有文件"
          text="通知、回执、交接清单和离职证明做好后会出现在这里。"
        />
      ) : (
        <Panel>
          {view.papers.map((paper) => (
            <PaperEntry
              key={paper.id}
              paper={paper}
              asleep={busy}
              onOpen={() => void papers.open(paper)}
              onRevoke={() => setRevoking(paper)}
            />
          ))}
        </Panel>
      )}
      {view.papers.length > 0 && (
        <Text className="papers__quiet">
          打开后点右上角的“···”可以转发或保存。离职以后，用同一个微信仍可在这里下载。
        </Text>
      )}
      {view.canExport && (
        <Panel id="papers-evidence" title="存证">
          <Text className="papers__quiet">
            存证包里是这个案件的全部事件、文件、签名和离线验证程序，导出会记入案件。
          </Text>
          <View className="papers__actions">
            <Button id="papers-export" look="plain" asleep={busy} onTap={() => void papers.exportBundle()}>
              {busy ? '请稍候…' : '导出存证包'}
            </Button>
            {bundle !== null && (
              <Button id="papers-send" look="primary" onTap={papers.sendBundle}>
                发送到聊天
              </Button>
            )}
          </View>
        </Panel>
      )}
      <Button id="papers-verify" look="text" onTap={() => void open(VERIFY_PAPER)}>
        验证一份文件
      </Button>
      {revoking !== null && (
        <ReasonSheet
          title={`撤销${revoking.title}`}
          needed
          onClose={() => setRevoking(null)}
          onSend={(reason) => {
            setRevoking(null);
            void papers.revoke(revoking, reason);
          }}
        />
      )}
    </View>
  );
}

const Bones = () => (
  <Panel id="papers-loading">
    {[60, 80, 70].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
