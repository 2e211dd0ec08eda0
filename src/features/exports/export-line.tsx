import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { type ExportOrder, useExport } from './use-export';
import './export-line.scss';

interface ExportLineProps {
  readonly id: string;
  readonly order: ExportOrder;
  /** '导出员工名单' */
  readonly title: string;
  /** What is in it, in a line below. */
  readonly more?: string;
}

/** A workbook to be had: a tap begins it, the line tells how far it is, another tap opens it. */
export function ExportLine({ id, order, title, more = '' }: ExportLineProps) {
  const { view, busy, stuck, start, open } = useExport(order);
  const isThere = view?.state === 'done';
  return (
    <View id={id} className="export-line">
      <View className="export-line__words">
        <Text className="export-line__title">{title}</Text>
        <Text id={`${id}-said`} className="export-line__quiet">
          {stuck ?? saidOf(view, busy) ?? more}
        </Text>
      </View>
      <Button id={`${id}-tap`} look="compact" asleep={busy} onTap={() => void (isThere ? open() : start())}>
        {isThere ? '打开' : busy ? '准备中…' : '导出'}
      </Button>
    </View>
  );
}

function saidOf(view: ReturnType<typeof useExport>['view'], busy: boolean): string | null {
  if (view?.state === 'done') return `${view.fileName}，保留一天`;
  if (view?.state === 'gone') return '已过一天，请重新导出';
  if (view?.state !== 'running') return busy ? '正在准备…' : null;
  return view.total === null || view.total === 0 ? '正在准备…' : `已写 ${view.done} / ${view.total}`;
}
