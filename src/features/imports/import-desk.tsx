import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { ExportLine } from '@/features/exports/export-line';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { BatchPanel } from './batch-panel';
import { HOW, stateText, TITLES } from './import-words';
import { type ImportKind, type ImportView, useImport } from './use-import';
import './imports.scss';

/** 导入员工, 导入考勤地点: a template, a file, what it would do, and what came of the files before. */
export function ImportDesk() {
  const kind: ImportKind = useRouter().params.kind === 'places' ? 'places' : 'people';
  const desk = useImport(kind);
  const { list, trouble, batch, stuck, busy, choose, look } = desk;
  if (trouble !== null && list === null)
    return (
      <ErrorState
        id="imports-trouble"
        trouble={trouble}
        safe="还没有导入任何内容。"
        onRetry={() => void desk.reload()}
      />
    );
  if (list === null) return <Bones />;
  return (
    <View className="imports">
      <Panel id="imports-prepare" title={TITLES[kind]}>
        {HOW[kind].map((line) => (
          <Text key={line} className="imports__quiet imports__quiet--above">
            {line}
          </Text>
        ))}
        <ExportLines kind={kind} />
      </Panel>
      <View className="imports__choose">
        <Button
          id="imports-choose"
          look={batch === null ? 'primary' : 'plain'}
          asleep={busy}
          onTap={() => void choose()}
        >
          {busy && batch === null ? '正在检查…' : batch === null ? '选择表格文件' : '换一份文件'}
        </Button>
        <Text className="imports__quiet imports__quiet--below">
          xlsx 或 csv，最多 5000 行；先检查，确认后才导入
        </Text>
      </View>
      {stuck !== null && <Notice id="imports-stuck" mark={<StatusMark tone="missing" />} text={stuck} />}
      {batch !== null && (
        <BatchPanel key={batch.batchId} batch={batch} busy={busy} apply={desk.apply} undo={desk.undo} />
      )}
      <Before batches={list.batches.filter(({ batchId }) => batchId !== batch?.batchId)} onLook={look} />
    </View>
  );
}

const ExportLines = ({ kind }: { readonly kind: ImportKind }) =>
  kind === 'people' ? (
    <View>
      <ExportLine id="people-template" order={{ what: 'peopleTemplate' }} title="空白模板" more="只有表头" />
      <ExportLine
        id="people-export"
        order={{ what: 'people' }}
        title="现有员工"
        more="手机和身份证号只露出几位，导回来不会改动"
      />
    </View>
  ) : (
    <View>
      <ExportLine id="places-template" order={{ what: 'placesTemplate' }} title="空白模板" more="只有表头" />
      <ExportLine id="places-export" order={{ what: 'places' }} title="现有地点" more="已经发布的" />
    </View>
  );

interface BeforeProps {
  readonly batches: readonly ImportView[];
  readonly onLook: (batch: ImportView) => void;
}

/** What was imported before, newest first. */
const Before = ({ batches, onLook }: BeforeProps) =>
  batches.length === 0 ? null : (
    <Panel id="imports-before" title="之前的导入">
      {batches.map((batch) => (
        <View
          key={batch.batchId}
          className="imports__line"
          hoverClass="imports__line--pressed"
          onClick={() => onLook(batch)}
        >
          <View className="imports__words">
            <Text className="imports__name">{batch.fileName}</Text>
            <Text className="imports__quiet">{`${batch.byText} · ${stateText(batch)}`}</Text>
          </View>
          <Icon name="next" />
        </View>
      ))}
    </Panel>
  );

const Bones = () => (
  <Panel id="imports-loading">
    {[50, 90, 70, 80].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
