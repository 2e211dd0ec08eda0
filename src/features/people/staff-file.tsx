import { Text, View } from '@tarojs/components';
import type { StaffFileView } from '@contract/contract';
import { useState } from 'react';
import { openBalances } from '@/navigation/report-links';
import { openPapersOf } from '@/navigation/leaving-links';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { ChangesPanel } from './changes-panel';
import { type EditedPart, EditSheet } from './edit-sheet';
import { PartHead } from './part-head';
import { RolesPanel } from './roles-panel';
import { StuckNotice } from './stuck-notice';
import { useStaffFile } from './use-staff-file';
import { WeChatPanel } from './wechat-panel';
import './people.scss';

/** 员工档案: everything about one person's employment, part by part, and who changed what. */
export function StaffFile() {
  const editor = useStaffFile();
  const [editing, setEditing] = useState<EditedPart | null>(null);
  const { view, trouble } = editor;
  if (trouble !== null && view === null)
    return (
      <ErrorState
        id="file-trouble"
        trouble={trouble}
        safe="档案在服务器上，没有变化。"
        onRetry={() => void editor.reload()}
      />
    );
  if (view === null) return <Bones />;
  return (
    <View className="staff">
      {editing === null && <StuckNotice trouble={editor.stuck} />}
      <View className="staff__columns">
        <View>
          <Panel id="file-head">
            <View className="staff__row">
              <View className="staff__words">
                <Text className="staff__title">{view.name}</Text>
                <Text className="staff__quiet">{view.branch.name}</Text>
              </View>
              <StatusMark tone={view.tone} word={view.stateText} />
            </View>
            <View className="staff__buttons">
              <Button id="file-name-edit" look="compact" onTap={() => setEditing('name')}>
                {view.mayMoveBranch ? '改姓名或所属机构' : '改姓名'}
              </Button>
            </View>
          </Panel>
          <PlacePanel view={view} onEdit={() => setEditing('place')} />
          <TermsPanel view={view} onEdit={() => setEditing('terms')} />
          <Panel id="file-numbers">
            <PartHead title="联系与证件" id="file-numbers-edit" onEdit={() => setEditing('numbers')} />
            <Line word="手机号" value={view.phone ?? '未登记'} />
            <Line word="身份证号码" value={view.idNumber ?? '未登记'} />
          </Panel>
        </View>
        <View>
          <WeChatPanel editor={editor} view={view} />
          <RolesPanel editor={editor} view={view} />
          <BelongingsPanel view={view} />
          <ChangesPanel changes={view.changes} />
        </View>
      </View>
      {editing !== null && (
        <EditSheet part={editing} editor={editor} view={view} onClose={() => setEditing(null)} />
      )}
    </View>
  );
}

interface PanelProps {
  readonly view: StaffFileView;
  readonly onEdit: () => void;
}

const WHEN = { past: '以前', now: '现在', later: '将来' } as const;

const PlacePanel = ({ view: { assignments }, onEdit }: PanelProps) => (
  <Panel id="file-place">
    <PartHead title="部门与岗位" id="file-place-edit" word="调动" onEdit={onEdit} />
    {assignments.map(({ text, spanText, main, when }) => (
      <View key={`${text}${spanText}`} className="staff__row">
        <View className="staff__words">
          <Text className="staff__name">{`${text || '未指定部门'}${main ? '' : '（兼任）'}`}</Text>
          <Text className="staff__quiet">{spanText}</Text>
        </View>
        <Text className="staff__quiet">{WHEN[when]}</Text>
      </View>
    ))}
  </Panel>
);

const KINDS = { fixed: '固定期限', open: '无固定期限', task: '以完成一定任务为期限' } as const;

const TermsPanel = ({ view: { hireDate, lastDay, contract, probationEnd }, onEdit }: PanelProps) => (
  <Panel id="file-terms">
    <PartHead title="入职与合同" id="file-terms-edit" onEdit={onEdit} />
    <Line word="入职日期" value={hireDate} />
    {lastDay !== null && <Line word="最后工作日" value={lastDay} />}
    <Line
      word="劳动合同"
      value={
        contract === null
          ? '未登记'
          : `${KINDS[contract.kind]}，${contract.from}${contract.to === null ? ' 起' : ` 至 ${contract.to}`}`
      }
    />
    <Line word="试用期到" value={probationEnd ?? '无'} />
  </Panel>
);

const Line = ({ word, value }: { readonly word: string; readonly value: string }) => (
  <View className="staff__row">
    <Text className="staff__quiet">{word}</Text>
    <Text>{value}</Text>
  </View>
);

/** What belongs to the person elsewhere: balances, things of the company, papers of a leaving. */
const BelongingsPanel = ({ view }: { readonly view: StaffFileView }) => (
  <Panel id="file-belongings" title="假期、物品与离职">
    {view.assets.map(({ name, number, stateText }) => (
      <Line key={number} word={`${name}（${number}）`} value={stateText} />
    ))}
    {view.assets.length === 0 && <Text className="staff__quiet">没有登记在名下的物品</Text>}
    <View className="staff__buttons">
      {view.seesBalances && (
        <Button id="file-balances" look="compact" onTap={() => void openBalances(view.employmentId)}>
          假期余额
        </Button>
      )}
      {view.leavingCaseId !== null && (
        <Button
          id="file-leaving"
          look="compact"
          onTap={() => void openPapersOf(view.leavingCaseId as string)}
        >
          离职文件
        </Button>
      )}
    </View>
  </Panel>
);

const Bones = () => (
  <Panel id="file-loading">
    {[40, 80, 60, 90, 70].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
