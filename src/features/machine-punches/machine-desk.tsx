import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { troubleSentence } from '@/wording/troubles';
import { type Checked, type MachineFile, type Stuck, type Taken, useMachineFile } from './use-machine-file';
import './machine-desk.scss';

/** 考勤机记录: a file is looked at first, then taken; wrong rows and locked months are named before and after. */
export function MachineDesk() {
  const machine = useMachineFile();
  const { home, trouble, checked, taken, busy } = machine;
  if (trouble !== null && home === null)
    return (
      <ErrorState
        id="machine-trouble"
        trouble={trouble}
        safe="已经导入的记录都在服务器上。"
        onRetry={machine.reload}
      />
    );
  if (home === null) return <Bones />;
  return (
    <View className="machine">
      <Panel title="导入考勤机记录">
        <Text className="machine__quiet">
          {`选一个 .csv 或 .xlsx 文件，第一行是标题：${home.columns.join('、')}（设备可以没有）。时间写成 2026-03-09 08:55，按公司时区。`}
        </Text>
        <Text className="machine__quiet">先检查、不改动数据；同一条记录导入几次都只算一次。</Text>
        <View className="machine__button">
          <Button
            id="machine-choose"
            look={checked === null ? 'primary' : 'plain'}
            asleep={busy}
            onTap={() => void machine.look()}
          >
            {busy && taken === null ? '正在检查…' : checked === null ? '选择文件' : '换一个文件'}
          </Button>
        </View>
      </Panel>
      {machine.stuck !== null && <StuckNotice stuck={machine.stuck} />}
      {checked !== null && <CheckedPanel checked={checked} machine={machine} />}
      {taken !== null && <TakenPanel taken={taken} />}
    </View>
  );
}

function CheckedPanel({ checked, machine }: { readonly checked: Checked; readonly machine: MachineFile }) {
  const { rows, sound, people, spanText, wrong, wrongCount, locked, lockedCount } = checked;
  const { taken, busy } = machine;
  const going = taken !== null && !taken.done;
  return (
    <Panel id="machine-checked" title={`共 ${rows} 行`}>
      <StatusMark
        tone={sound === 0 ? 'missing' : 'ok'}
        word={sound === 0 ? '没有可以导入的行' : `${sound} 行可以导入，${people} 人，${spanText}`}
      />
      {wrongCount > 0 && (
        <View id="machine-wrong" className="machine__list">
          <StatusMark tone="missing" word={`${wrongCount} 行有问题，不会导入`} />
          {wrong.map(({ row, text }) => (
            <Text key={`${row}${text}`} className="machine__row">{`第 ${row} 行：${text}`}</Text>
          ))}
          {wrongCount > wrong.length && <Text className="machine__quiet">其余的没有列出</Text>}
        </View>
      )}
      {lockedCount > 0 && (
        <View id="machine-locked" className="machine__list">
          <StatusMark tone="info" word="这些月份已锁定，不会导入" />
          <Text className="machine__row">{locked.join('、')}</Text>
        </View>
      )}
      {sound > 0 && taken?.done !== true && (
        <View className="machine__button">
          <Button id="machine-take" look="primary" asleep={busy} onTap={() => void machine.take()}>
            {busy && going
              ? `正在导入 ${taken.people} / ${taken.total} 人…`
              : going
                ? '继续导入'
                : `导入 ${sound} 行`}
          </Button>
        </View>
      )}
    </Panel>
  );
}

const TakenPanel = ({
  taken: { counted, known, people, total, locked, done },
}: {
  readonly taken: Taken;
}) => (
  <Panel id="machine-taken">
    <StatusMark
      tone={done ? 'ok' : 'info'}
      word={
        done
          ? `已导入 ${counted} 条，${known} 条之前就有；相关日子已重新判定`
          : `已处理 ${people} / ${total} 人，中断也不会丢，可以继续`
      }
    />
    {locked.length > 0 && <Text className="machine__row">{`已锁定、没有导入：${locked.join('、')}`}</Text>}
  </Panel>
);

const STUCK_WORDS = {
  'not-uploaded': '文件没有传上去，再试一次',
  'no-files': '手机没有允许选择文件',
} as const;

function StuckNotice({ stuck }: { readonly stuck: Stuck }) {
  const text = typeof stuck === 'string' ? STUCK_WORDS[stuck] : troubleSentence(stuck).text;
  const fault = typeof stuck !== 'string' && stuck.kind === 'fault' ? [`编号 ${stuck.faultId}`] : [];
  return <Notice id="machine-stuck" mark={<Icon name="cloud-off" />} text={text} more={fault} />;
}

const Bones = () => (
  <Panel id="machine-loading">
    {[40, 90, 60].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
