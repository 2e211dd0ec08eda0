import { Input, Text, View } from '@tarojs/components';
import type { LeavingLine, LeavingOverview } from '@contract/contract';
import { useState } from 'react';
import { Bones, SaidNotice } from '@/features/departments/step-frame';
import { ReasonSheet } from '@/features/case/reason-sheet';
import { LEAVING_EMPLOYER, open } from '@/navigation/leaving-links';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Panel } from '@/ui/panel';
import { LeaverLine } from './leaver-line';
import { ReasonsPanel } from './reasons-panel';
import { useLeavers } from './use-leavers';
import '../case/case-desk.scss';
import './leavers.scss';

const LONGEST_QUERY = 40;

/** HR's view of everybody who is leaving: numbers, a search, and who waits longest, each one tap from the case. */
export function LeaversDesk() {
  const [typed, setTyped] = useState('');
  const query = typed.trim();
  const [freezing, setFreezing] = useState<LeavingLine | null>(null);
  const { overview, found, reasons, trouble, said, reload, showReasons, freeze } = useLeavers(query);
  const shown = query === '' ? overview : found;
  return (
    <View className="leavers">
      <Input
        id="leavers-query"
        className="leavers__query"
        placeholder="姓名或身份证号"
        placeholderClass="leavers__placeholder"
        maxlength={LONGEST_QUERY}
        value={typed}
        onInput={(event) => setTyped(event.detail.value)}
      />
      {said !== null && <SaidNotice id="leavers-said" said={said} />}
      {query === '' && overview !== null && <Numbers overview={overview} />}
      {trouble !== null && shown === null ? (
        <ErrorState id="leavers-trouble" trouble={trouble} safe="数据在服务器上，不会丢。" onRetry={reload} />
      ) : shown === null ? (
        <Bones id="leavers-loading" />
      ) : shown.lines.length === 0 ? (
        <EmptyState
          id="leavers-none"
          title={query === '' ? '现在没有人在办离职' : '没有找到这个人的离职'}
          text={query === '' ? '有人提出后会出现在这里。' : '换个写法试试，身份证号要写全。'}
        />
      ) : (
        <View id="leavers-lines">
          {shown.lines.map((line) => (
            <LeaverLine
              key={line.caseId}
              line={line}
              onFreeze={overview?.canAct === true && !line.closed ? () => setFreezing(line) : null}
            />
          ))}
          {shown.more && <Text className="leavers__quiet">只显示前面的，请用姓名缩小范围</Text>}
        </View>
      )}
      {query === '' && overview !== null && (
        <>
          <ReasonsPanel reasons={reasons} onShow={(year) => void showReasons(year)} />
          {overview.canAct && (
            <View className="leavers__more">
              <Button id="open-employer" look="text" onTap={() => void open(LEAVING_EMPLOYER)}>
                有员工联系不上
              </Button>
            </View>
          )}
        </>
      )}
      {freezing !== null && (
        <ReasonSheet
          title={`立即停用${freezing.name}的账号`}
          needed
          onClose={() => setFreezing(null)}
          onSend={(reason) => {
            setFreezing(null);
            void freeze(freezing.caseId, reason);
          }}
        >
          <Text className="leavers__quiet">
            账号默认在最后工作日 18:00
            停用。提前停用是人事的决定，理由会写进记录；工资、证明和材料下载不受影响。
          </Text>
        </ReasonSheet>
      )}
    </View>
  );
}

const Numbers = ({ overview }: { readonly overview: LeavingOverview }) => (
  <Panel id="leavers-numbers">
    <View className="leavers__numbers">
      <Number label="在办" count={overview.running} />
      <Number label="有超时" count={overview.overdue} />
      <Number label="7 天内离职" count={overview.lastDaySoon} />
    </View>
    <Text className="leavers__quiet">
      {overview.byFlow.map(({ title, count }) => `${title} ${count}`).join(' · ')}
    </Text>
  </Panel>
);

const Number = ({ label, count }: { readonly label: string; readonly count: number }) => (
  <View className="leavers__number">
    <Text className="leavers__count">{count}</Text>
    <Text className="leavers__quiet">{label}</Text>
  </View>
);
