import { Switch, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { openRulePreview } from '@/navigation/rule-links';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import { ImportLines } from './import-lines';
import { amount, stateText, writtenText } from './import-words';
import type { ImportView } from './use-import';

interface BatchPanelProps {
  readonly batch: ImportView;
  readonly busy: boolean;
  readonly apply: (wholeOnly: boolean) => Promise<void>;
  readonly undo: () => Promise<void>;
}

/** One file: what it would do, how far it is, or what came of it. */
export function BatchPanel({ batch, busy, apply, undo }: BatchPanelProps) {
  const { fileName, byText, state, unreadSheets } = batch;
  return (
    <Panel id="imports-batch" title={fileName}>
      <Text className="imports__quiet">{byText}</Text>
      {unreadSheets.length > 0 && (
        <Text id="imports-unread" className="imports__quiet">
          {`只读取了第一张工作表，没有读“${unreadSheets.join('”“')}”`}
        </Text>
      )}
      {state === 'checked' && <Checked batch={batch} busy={busy} onApply={apply} />}
      {state === 'expired' && (
        <Text className="imports__quiet">检查结果只保留一天，要导入请重新选择文件。</Text>
      )}
      {(state === 'writing' || state === 'undoing') && (
        <Notice
          id="imports-running"
          mark={<Icon name="waiting" />}
          text={stateText(batch)}
          more={['可以离开这一页，会在后台继续']}
        />
      )}
      {state === 'written' && <Written batch={batch} busy={busy} onUndo={undo} />}
      {state === 'undone' && <Undone batch={batch} />}
    </Panel>
  );
}

interface CheckedProps {
  readonly batch: ImportView;
  readonly busy: boolean;
  readonly onApply: (wholeOnly: boolean) => Promise<void>;
}

function Checked({ batch, busy, onApply }: CheckedProps) {
  const [wholeOnly, setWholeOnly] = useState(false);
  const { kind, counts, total, batchId } = batch;
  const held = wholeOnly && counts.wrong > 0;
  return (
    <View>
      <ImportLines batchId={batchId} counts={counts} />
      {counts.wrong > 0 && (
        <View className="imports__whole">
          <View className="imports__words">
            <Text>全部通过才导入</Text>
            <Text className="imports__quiet">
              {held
                ? `还有 ${counts.wrong} 行有问题，改好再上传，一行都不会先导入`
                : '关着时，有问题的行跳过，其余照常导入'}
            </Text>
          </View>
          <Switch
            id="imports-whole"
            checked={wholeOnly}
            color="#0b6b5c"
            onChange={(event) => setWholeOnly(event.detail.value)}
          />
        </View>
      )}
      <View className="imports__action">
        <Button
          id="imports-apply"
          look="primary"
          asleep={busy || held || total === 0}
          onTap={() => void onApply(wholeOnly)}
        >
          {total === 0 ? '没有要导入的内容' : busy ? '正在导入…' : `导入 ${amount(kind, total)}`}
        </Button>
      </View>
    </View>
  );
}

interface WrittenProps {
  readonly batch: ImportView;
  readonly busy: boolean;
  readonly onUndo: () => Promise<void>;
}

function Written({ batch, busy, onUndo }: WrittenProps) {
  const [asking, setAsking] = useState(false);
  const { kind, leftOut, leftOutCount, mayUndo } = batch;
  return (
    <View>
      <Notice id="imports-written" mark={<StatusMark tone="ok" />} text={`已导入：${writtenText(batch)}`}>
        {kind === 'places' ? (
          <Button id="imports-publish" look="compact" onTap={() => void openRulePreview()}>
            看影响并发布
          </Button>
        ) : undefined}
      </Notice>
      <People id="imports-left-out" title={`${leftOutCount} 行没有导入`} rows={leftOut} all={leftOutCount} />
      {mayUndo && (
        <Button id="imports-undo" look="plain" asleep={busy} onTap={() => setAsking(true)}>
          {busy ? '正在撤销…' : '撤销这次导入'}
        </Button>
      )}
      {asking && (
        <Dialog
          id="imports-undo-sure"
          text="新增的员工会删除，更改的内容会恢复。已经绑定微信、有考勤或流程、之后又改过的不动，会列出来。"
          yes="撤销"
          no="不撤销"
          onYes={() => {
            setAsking(false);
            void onUndo();
          }}
          onNo={() => setAsking(false)}
        />
      )}
    </View>
  );
}

const Undone = ({ batch: { kind, undone, kept, keptCount } }: { readonly batch: ImportView }) => (
  <View>
    <Notice
      id="imports-undone"
      mark={<StatusMark tone="ok" />}
      text={`已撤销 ${amount(kind, undone)}${keptCount === 0 ? '' : `，${amount(kind, keptCount)}保留`}`}
    />
    <People id="imports-kept" title="保留的原因" rows={kept} all={keptCount} />
  </View>
);

interface PeopleProps {
  readonly id: string;
  readonly title: string;
  readonly rows: ImportView['kept'];
  readonly all: number;
}

/** Rows with the reason for each; the server names the first fifty. */
const People = ({ id, title, rows, all }: PeopleProps) =>
  all === 0 ? null : (
    <View id={id}>
      <Text className="imports__name">{title}</Text>
      {rows.map(({ row, name, why }) => (
        <View key={row} className="imports__line">
          <View className="imports__words">
            <Text className="imports__name">{`第 ${row} 行 ${name}`}</Text>
            <Text className="imports__quiet">{why}</Text>
          </View>
        </View>
      ))}
      {all > rows.length && <Text className="imports__quiet">{`还有 ${all - rows.length} 行`}</Text>}
    </View>
  );
