import { Image, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { AssetsView } from '@contract/contract';
import { useState } from 'react';
import { ask } from '@/cloud/ask';
import { uploadPhoto } from '@/phone/photos';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import { IssueSheet } from './issue-sheet';
import { type Moving, MoveSheet, MOVE_WORDS } from './move-sheet';
import { StepFrame } from './step-frame';
import { type Step, useStep } from './use-step';

type Thing = AssetsView['assets'][number];

/** The company's things: the leaver says what came back, with a picture; the keeper confirms. */
export function AssetsDesk() {
  const step = useStep<AssetsView>((caseId) => ask('assets.view', { caseId }));
  const [moving, setMoving] = useState<{ readonly thing: Thing; readonly move: Moving } | null>(null);
  const [issuing, setIssuing] = useState(false);
  return (
    <StepFrame name="assets" step={step} safe="清单在服务器上，不会丢。">
      {(view) => (
        <>
          <Panel id="assets-head">
            <Text className="step__title">{`${view.employeeName} · 公司物品`}</Text>
            <Text className="step__quiet">{headText(view)}</Text>
          </Panel>
          {view.assets.length === 0 && (
            <EmptyState
              id="assets-none"
              title="没有登记在用的物品"
              text={view.canIssue ? '有发出去还没登记的，先记下来。' : '如果手上有公司物品，请告诉保管人。'}
            />
          )}
          {view.assets.map((thing) => (
            <ThingPanel
              key={thing.id}
              thing={thing}
              busy={step.busy}
              onMove={(move) => setMoving({ thing, move })}
            />
          ))}
          {view.canIssue && (
            <Button id="issue-asset" look="compact" onTap={() => setIssuing(true)}>
              登记一件物品
            </Button>
          )}
          <Close view={view} step={step} />
          {moving !== null && (
            <MoveSheet
              name={`${moving.thing.name}（${moving.thing.number}）`}
              move={moving.move}
              fromAfar={view.fromAfar}
              onClose={() => setMoving(null)}
              onSend={(note, photos) => {
                setMoving(null);
                void sendMove(step, view, moving.thing, moving.move, note, photos);
              }}
            />
          )}
          {issuing && (
            <IssueSheet
              onClose={() => setIssuing(false)}
              onSend={(name, number) => {
                setIssuing(false);
                void step.press(`issue ${name} ${number}`, '已登记', (commandId, caseId) =>
                  ask('assets.issue', { commandId, caseId, name, number }),
                );
              }}
            />
          )}
        </>
      )}
    </StepFrame>
  );
}

function headText({ role, settled, fromAfar }: AssetsView): string {
  if (settled) return '都收回了，没有还在外面的';
  if (role === 'employee')
    return fromAfar ? '寄回后填快递单号或拍照，不用到场' : '归还后拍一张照片，保管人看到就能确认';
  return role === 'keeper' ? '逐件确认。工资和离职证明不等这一步' : '保管人逐件确认后，这一步结束';
}

/** Pictures go up first: a claim without its picture would be none. */
async function sendMove(
  step: Step<AssetsView>,
  { uploadFolder }: AssetsView,
  thing: Thing,
  move: Moving,
  note: string,
  photos: readonly string[],
): Promise<void> {
  const photoIds: string[] = [];
  for (const path of photos) {
    const id = await uploadPhoto(uploadFolder, { path });
    if (id === null) return step.say({ trouble: { kind: 'unreachable', reason: 'service' } });
    photoIds.push(id);
  }
  await step.press(`${move} ${thing.id} ${note}`, '已记下，对方会收到消息', (commandId, caseId) =>
    ask('assets.move', { commandId, caseId, assetId: thing.id, move, note, photoIds }),
  );
}

interface ThingPanelProps {
  readonly thing: Thing;
  readonly busy: boolean;
  readonly onMove: (move: Moving) => void;
}

const ThingPanel = ({ thing, busy, onMove }: ThingPanelProps) => (
  <Panel id={`asset-${thing.number}`}>
    <View className="step__sum">
      <Text className="step__line-title">{thing.name}</Text>
      <StatusMark tone={thing.tone} word={thing.stateText} />
    </View>
    <Text className="step__quiet">{`编号 ${thing.number}`}</Text>
    {thing.steps.map((one, index) => (
      <View key={index} className="step__payment">
        <Text>{one.note === '' ? one.text : `${one.text}：${one.note}`}</Text>
        <Text className="step__quiet">{one.whenText}</Text>
        <View className="step__photos">
          {one.photos.map(({ digest, url }) => (
            <Image
              key={digest}
              className="step__picture"
              src={url}
              mode="aspectFill"
              onClick={() => void Taro.previewImage({ current: url, urls: [url] })}
            />
          ))}
        </View>
      </View>
    ))}
    {thing.moves.length > 0 && (
      <View className="step__moves">
        {thing.moves.map((move) => (
          <Button
            key={move}
            id={`${move}-${thing.number}`}
            look="compact"
            asleep={busy}
            onTap={() => onMove(move)}
          >
            {MOVE_WORDS[move]}
          </Button>
        ))}
      </View>
    )}
  </Panel>
);

/** The keeper's own step; HR may do without it on the case's page, with a reason. */
function Close({ view, step }: { readonly view: AssetsView; readonly step: Step<AssetsView> }) {
  const { close, settled } = view;
  if (close === null) return null;
  return (
    <View className="step__main">
      <Button
        id="assets-close"
        look="primary"
        asleep={step.busy || !settled}
        onTap={() =>
          void step.press('close', '这一步已完成', (commandId, caseId) =>
            ask('assets.close', { commandId, caseId, taskId: close.taskId, round: close.round }),
          )
        }
      >
        {settled ? '物品已核对完' : '还有物品没有收回'}
      </Button>
    </View>
  );
}
