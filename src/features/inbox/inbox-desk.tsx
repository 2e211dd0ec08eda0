import { Text, View } from '@tarojs/components';
import type { InboxView } from '@contract/contract';
import { ChannelsAsk } from '@/features/reminders/channels-ask';
import { openCase, openPage } from '@/navigation/case-link';
import { openDelegation } from '@/navigation/duty-links';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { InboxLine } from './inbox-line';
import { type Shelf, useInbox } from './use-inbox';
import './inbox-desk.scss';

type Item = InboxView['items'][number];

/** 待办 and 消息: one line each, with the one fact that decides. */
export function InboxDesk() {
  const { shelf, turnTo, view, trouble, reload, more, markRead } = useInbox();
  if (trouble !== null && view === null)
    return (
      <ErrorState
        id="inbox-trouble"
        trouble={trouble}
        safe="待办都在服务器上，不会丢。"
        onRetry={() => void reload()}
      />
    );

  const open = (item: Item) => {
    if (item.kind === 'news' && item.unread) markRead(item.id);
    if (item.page !== null) void openPage(item.page);
    else if (item.link !== null) void openCase(item.link);
  };
  return (
    <View className="inbox">
      <View className="inbox__shelves">
        <ShelfTab shelf="todo" chosen={shelf} word={counted('待办', view?.todo)} onTap={turnTo} />
        <ShelfTab shelf="news" chosen={shelf} word={counted('消息', view?.unread)} onTap={turnTo} />
      </View>
      {view === null ? (
        <Bones />
      ) : view.items.length === 0 ? (
        <Nothing shelf={shelf} />
      ) : (
        <Panel>
          {view.items.map((item) => (
            <InboxLine key={item.id} item={item} onTap={() => open(item)} />
          ))}
        </Panel>
      )}
      {view?.next != null && (
        <Button id="inbox-more" look="text" onTap={more}>
          更早的
        </Button>
      )}
      {view !== null && <ChannelsAsk />}
      <Button id="inbox-delegation" look="text" onTap={() => void openDelegation()}>
        不在时由谁代办
      </Button>
    </View>
  );
}

const counted = (word: string, count: number | undefined): string => (count ? `${word} ${count}` : word);

interface ShelfTabProps {
  readonly shelf: Shelf;
  readonly chosen: Shelf;
  readonly word: string;
  readonly onTap: (shelf: Shelf) => void;
}

const ShelfTab = ({ shelf, chosen, word, onTap }: ShelfTabProps) => (
  <View
    id={`shelf-${shelf}`}
    className={`inbox__shelf${shelf === chosen ? ' inbox__shelf--chosen' : ''}`}
    onClick={() => onTap(shelf)}
  >
    <Text>{word}</Text>
  </View>
);

const Nothing = ({ shelf }: { readonly shelf: Shelf }) =>
  shelf === 'todo' ? (
    <EmptyState id="inbox-empty" title="没有等你处理的事" text="有人提交申请，会出现在这里。" />
  ) : (
    <EmptyState id="inbox-empty" title="还没有消息" text="申请有了结果，会出现在这里。" />
  );

const Bones = () => (
  <Panel id="inbox-loading">
    {[70, 90, 60, 80].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
