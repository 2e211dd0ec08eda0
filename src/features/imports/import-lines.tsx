import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Skeleton } from '@/ui/skeleton';
import { SHOWN } from './import-words';
import type { ImportView } from './use-import';
import { type Shown, useImportLines } from './use-import-lines';

interface ImportLinesProps {
  readonly batchId: string;
  readonly counts: ImportView['counts'];
}

/** The rows of a checked file by what they would do; what is wrong comes first. */
export function ImportLines({ batchId, counts }: ImportLinesProps) {
  const [show, setShow] = useState<Shown>(SHOWN.find((one) => counts[one.show] > 0)?.show ?? 'same');
  return (
    <View>
      <View className="imports__tabs">
        {SHOWN.map((one) => (
          <View
            key={one.show}
            id={`imports-${one.show}`}
            className={`imports__tab${one.show === show ? ' imports__tab--chosen' : ''}`}
            onClick={() => setShow(one.show)}
          >
            <Text className="imports__count">{String(counts[one.show])}</Text>
            <Text className="imports__word">{one.word}</Text>
          </View>
        ))}
      </View>
      {counts[show] > 0 && <Rows key={show} batchId={batchId} show={show} />}
    </View>
  );
}

function Rows({ batchId, show }: { readonly batchId: string; readonly show: Shown }) {
  const { read, stuck, more } = useImportLines(batchId, show);
  if (stuck !== null) return <Text className="imports__quiet">{stuck}</Text>;
  if (read === null)
    return (
      <View id="imports-lines-loading">
        <Skeleton width={60} />
        <Skeleton width={80} />
      </View>
    );
  const { lines, next } = read;
  return (
    <View id="imports-lines">
      {lines.map(({ row, title, details }) => (
        <View key={row} className="imports__line">
          <View className="imports__words">
            <Text className="imports__name">{`第 ${row} 行 · ${title}`}</Text>
            {details.map((detail) => (
              <Text
                key={detail}
                className={show === 'wrong' ? 'imports__detail imports__detail--wrong' : 'imports__detail'}
              >
                {detail}
              </Text>
            ))}
          </View>
        </View>
      ))}
      {next !== null && (
        <Button id="imports-more" look="plain" onTap={() => more(next)}>
          显示更多
        </Button>
      )}
    </View>
  );
}
