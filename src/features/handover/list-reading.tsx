import { Text, View } from '@tarojs/components';
import type { HandoverView } from '@contract/contract';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Notice } from '@/ui/notice';
import { StatusMark } from '@/ui/status-mark';
import { CommentSheet } from './comment-sheet';
import { HandoverHead, HandoverSaid } from './handover-head';
import { ItemReading } from './item-reading';
import { SignHandover } from './sign-handover';
import type { Handover } from './use-handover';
import { VersionsPanel } from './versions-panel';

interface ListReadingProps {
  readonly handover: Handover;
  readonly view: HandoverView;
}

/** The list as it was handed in: what is new first, a word at every item, and one decision under the thumb. */
export function ListReading({ handover, view }: ListReadingProps) {
  const [showsAll, setShowsAll] = useState(false);
  const [commenting, setCommenting] = useState<string | null>(null);
  const { shown, may, differences } = view;
  const changed = differences?.list ?? [];
  const onlyChanges = changed.length > 0 && !showsAll;
  const items = onlyChanges
    ? view.items.filter(({ key }) => changed.some((one) => one.item === key))
    : view.items;
  const item = view.items.find(({ key }) => key === commenting);
  const word = view.role === 'employee' ? '回复' : '提意见';
  return (
    <View className="handover">
      <HandoverHead view={view} missing={shown === null ? view.missingText : null} />
      <HandoverSaid handover={handover} keeps="清单在服务器上，不会丢" />
      {shown === null ? (
        <EmptyState
          id="handover-empty"
          title="清单还没有提交"
          text={`${view.employeeName}提交后，在这里逐项核对。`}
        />
      ) : (
        <>
          {!shown.isCurrent && (
            <Notice mark={<StatusMark tone="info" />} text={`正在看第 ${shown.number} 版`}>
              <Button id="show-current" look="compact" onTap={() => void handover.load()}>
                看最新的
              </Button>
            </Notice>
          )}
          {differences !== null && (
            <View id="handover-differences">
              <Notice mark={<StatusMark tone="info" />} text={changesText(differences)}>
                {changed.length > 0 && (
                  <Button id="show-all" look="compact" onTap={() => setShowsAll(!showsAll)}>
                    {showsAll ? '只看改动' : '看全部'}
                  </Button>
                )}
              </Notice>
            </View>
          )}
          {items.map((one) => (
            <ItemReading
              key={one.key}
              item={one}
              view={view}
              onlyChanges={onlyChanges}
              {...(may.comment &&
                shown.isCurrent && {
                  comment: { word, onTap: () => setCommenting(one.key) },
                })}
            />
          ))}
          <VersionsPanel view={view} onShow={(version) => void handover.load(version)} />
          {shown.isCurrent && <Decision handover={handover} view={view} />}
        </>
      )}
      {item && (
        <CommentSheet
          handover={handover}
          caseId={view.caseId}
          item={item.key}
          title={`${word}：${item.title}`}
          placeholder={
            view.role === 'employee' ? '对方会在这一项下面看到' : '写明缺什么，例如：缺少李总的联系方式'
          }
          send="写在这一项下面"
          onClose={() => setCommenting(null)}
        />
      )}
    </View>
  );
}

const changesText = ({ since, list }: NonNullable<HandoverView['differences']>): string =>
  list.length === 0
    ? `内容和退回的第 ${since} 版一样，看看回复`
    : `和退回的第 ${since} 版比，改了 ${list.length} 处`;

/** 核对无误 large; 退回修改 beside it, awake once something was said at an item; then the signature. */
function Decision({ handover, view }: ListReadingProps) {
  const { shown, may, comments } = view;
  if (!shown || !(may.accept || may.sendBack || may.sign)) return null;
  const hasWord = comments.some(({ mine, version }) => mine && version === shown.number);
  return (
    <View id="handover-actions" className="handover__actions">
      {may.accept && (
        <Button
          id="handover-accept"
          look="primary"
          asleep={handover.busy}
          onTap={() => void handover.accept(shown.digest)}
        >
          {handover.busy ? '正在提交…' : '核对无误，由我接收'}
        </Button>
      )}
      <SignHandover handover={handover} view={view} />
      {may.sendBack && (
        <View className="handover__second">
          <Button
            id="handover-send-back"
            look="plain"
            asleep={handover.busy || !hasWord}
            onTap={() => void handover.sendBack(shown.number)}
          >
            退回修改
          </Button>
          {!hasWord && <Text className="handover__foot">要退回，先在要改的那一项里提意见</Text>}
        </View>
      )}
    </View>
  );
}
