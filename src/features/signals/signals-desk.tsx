import { Text, View } from '@tarojs/components';
import { openPersonReport } from '@/navigation/report-links';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { type SignalKind, type SignalsView, useSignals } from './use-signals';
import './signals.scss';

const KINDS: readonly (readonly [SignalKind | null, string])[] = [
  [null, '全部'],
  ['vague-position', '定位不准'],
  ['fast-move', '移动过快'],
  ['shared-phone', '一机多人'],
];

const MEANINGS: Readonly<Record<SignalKind, string>> = {
  'vague-position': '定位不准：室内、地下或关了精确定位时常见',
  'fast-move': '移动过快：也可能是手机上一次的定位有误',
  'shared-phone': '一机多人：也可能是借手机，或两个人换了手机',
};

/** 打卡线索: facts about punches with their evidence, and what they are not. */
export function SignalsDesk() {
  const { kind, view, trouble, turnTo, more, reload } = useSignals();
  if (trouble !== null && view === null)
    return (
      <ErrorState
        id="signals-trouble"
        trouble={trouble}
        safe="打卡记录都在服务器上，不会丢。"
        onRetry={reload}
      />
    );
  return (
    <View className="signals">
      <Notice
        id="signals-note"
        mark={<Icon name="bell" />}
        text="这里只列事实，不是结论"
        more={[
          '不影响任何人的考勤结果，也不会自动处罚或通知本人。请先问清情况。',
          '手机编号是手机自己记的随机数，清除或更换手机就会变，是较弱的证明。线索保留 90 天。',
        ]}
      />
      <View className="signals__kinds">
        {KINDS.map(([one, word]) => (
          <View
            key={word}
            id={`signals-${one ?? 'all'}`}
            className={`signals__kind${one === kind ? ' signals__kind--chosen' : ''}`}
            onClick={() => turnTo(one)}
          >
            <Text>{word}</Text>
          </View>
        ))}
      </View>
      {view === null ? <Bones /> : <Lines view={view} kind={kind} />}
      {view?.next != null && (
        <Button id="signals-more" look="plain" onTap={more}>
          显示更早的
        </Button>
      )}
    </View>
  );
}

function Lines({ view, kind }: { readonly view: SignalsView; readonly kind: SignalKind | null }) {
  const looked = view.throughText === null ? '还没有看过打卡' : `看到 ${view.throughText} 为止`;
  if (view.lines.length === 0)
    return <EmptyState id="signals-none" title="没有需要留意的打卡" text={`${view.scopeText} · ${looked}`} />;
  return (
    <Panel id="signals-lines">
      <Text className="signals__quiet">{`${view.scopeText} · ${looked}`}</Text>
      {kind !== null && <Text className="signals__quiet">{MEANINGS[kind]}</Text>}
      {view.lines.map((line) => (
        <View key={line.id} className="signals__line">
          <View className="signals__head">
            <Text className="signals__who">{line.who}</Text>
            <Text className="signals__quiet">{line.whenText}</Text>
          </View>
          <Text>{line.evidence}</Text>
          <View className="signals__people">
            {line.people.map(({ employmentId, name, month }) => (
              <Button
                key={employmentId}
                look="text"
                onTap={() => void openPersonReport({ employmentId, month, column: null })}
              >
                {`看${name}的打卡`}
              </Button>
            ))}
          </View>
        </View>
      ))}
    </Panel>
  );
}

const Bones = () => (
  <Panel id="signals-loading">
    {[50, 90, 50, 90].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
