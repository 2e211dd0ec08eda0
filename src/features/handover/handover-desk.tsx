import { goTo, PUNCH } from '@/navigation/destination';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { ListForm } from './list-form';
import { ListReading } from './list-reading';
import { useHandover } from './use-handover';
import './handover-desk.scss';

/** The handover of a case: a form for whoever leaves while it is theirs to write, a list to read for everybody else. */
export function HandoverDesk() {
  const handover = useHandover();
  const { view, trouble } = handover;
  const isForeign = trouble?.kind === 'refused' && trouble.refusal.code === 'case.unknown';
  if (handover.caseId === null || isForeign) return <NotForYou />;
  if (view === null)
    return trouble === null ? (
      <Bones />
    ) : (
      <ErrorState
        id="handover-trouble"
        trouble={trouble}
        safe="清单在服务器上，没提交的内容在手机上，都不会丢。"
        onRetry={() => void handover.load()}
      />
    );
  const writes = view.role === 'employee' && (view.may.submit || view.versions.length === 0);
  return writes ? (
    <ListForm handover={handover} view={view} />
  ) : (
    <ListReading handover={handover} view={view} />
  );
}

/** An unknown case and somebody else's look alike: a forwarded link gives nothing away, not even a name. */
const NotForYou = () => (
  <EmptyState
    id="handover-not-for-you"
    title="这里没有你要处理的事"
    text="链接可能已经失效，或者不是发给你的。"
  >
    <Button look="plain" onTap={() => void goTo({ path: PUNCH, params: {} })}>
      回到打卡
    </Button>
  </EmptyState>
);

const Bones = () => (
  <Panel id="handover-loading">
    {[60, 90, 80, 70].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
