import { Image, Text, Textarea, View } from '@tarojs/components';
import type { CorrectionForm } from '@contract/contract';
import { openCase } from '@/navigation/case-link';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Skeleton } from '@/ui/skeleton';
import { StatusMark } from '@/ui/status-mark';
import { refusalSentence } from '@/wording/refusals';
import { troubleSentence } from '@/wording/troubles';
import { CardChoice } from './card-choice';
import { TimeChoice } from './time-choice';
import { MOST_PHOTOS, useCorrection } from './use-correction';
import './correction-desk.scss';

const MOST_LETTERS = 200;

type Correction = ReturnType<typeof useCorrection>;

/** 补卡申诉: which card, when, why. What is written stays on the phone until it is sent. */
export function CorrectionDesk() {
  const correction = useCorrection();
  const { form, draft, trouble } = correction;
  if (trouble !== null && form === null)
    return (
      <ErrorState
        id="correction-trouble"
        trouble={trouble}
        safe="已写的内容留在手机上。"
        onRetry={() => void correction.reload()}
      />
    );
  if (form === null) return <Bones />;
  if (form.cards.length === 0 || draft === null)
    return <EmptyState title={`${form.dateText} 没有需要补的卡`} text={form.planText} />;
  return (
    <View className="correction">
      <Panel id="correction-head">
        <Text className="correction__day">{form.dateText}</Text>
        <Text className="correction__quiet">{form.planText}</Text>
        <Text className="correction__quiet">{limitsText(form)}</Text>
      </Panel>
      <Refused form={form} />
      <Panel title="补哪张卡">
        <CardChoice
          cards={form.cards}
          chosen={draft}
          onChoose={({ kind, segment, proposedMinute }) =>
            correction.write({ card: kind, segment, minute: proposedMinute })
          }
        />
      </Panel>
      <Panel title="实际时间">
        <TimeChoice minute={draft.minute} onChoose={(minute) => correction.write({ minute })} />
      </Panel>
      <Panel title="原因">
        <Textarea
          id="correction-reason"
          name="reason"
          className="correction__reason"
          placeholder="例如：下班时开会，忘记打卡"
          placeholderClass="correction__placeholder"
          maxlength={MOST_LETTERS}
          value={draft.reason}
          onInput={(event) => correction.write({ reason: event.detail.value })}
        />
      </Panel>
      <Photos correction={correction} />
      <Stuck correction={correction} />
      <Button
        id="correction-send"
        look="primary"
        asleep={!correction.canSend}
        onTap={() => void correction.send()}
      >
        {correction.sending ? '正在提交…' : '提交申请'}
      </Button>
      <Text className="correction__foot">
        {form.approverName === null
          ? '提交后由人事审批'
          : `提交后由 ${form.approverName} 审批，通过后当天自动重新判定`}
      </Text>
    </View>
  );
}

const limitsText = ({ left, deadlineText }: CorrectionForm): string =>
  [left === null ? '' : `本月还剩 ${left} 次`, deadlineText ?? ''].filter(Boolean).join(' · ');

function Refused({ form: { refusal, openCaseId } }: { readonly form: CorrectionForm }) {
  if (refusal === null) return null;
  return (
    <View id="correction-refused">
      <Notice mark={<StatusMark tone="info" />} text={refusalSentence(refusal).text}>
        {openCaseId !== null && (
          <Button
            look="compact"
            onTap={() => void openCase({ caseId: openCaseId, taskId: null, round: null })}
          >
            查看
          </Button>
        )}
      </Notice>
    </View>
  );
}

const Photos = ({ correction: { photos, addPhotos, dropPhoto } }: { readonly correction: Correction }) => (
  <Panel title={`照片（选填，最多 ${MOST_PHOTOS} 张）`}>
    <View className="correction__photos">
      {photos.map(({ path }) => (
        <View key={path} className="correction__photo">
          <Image className="correction__picture" src={path} mode="aspectFill" />
          <View className="correction__drop" onClick={() => dropPhoto(path)}>
            <Icon name="close" />
          </View>
        </View>
      ))}
      {photos.length < MOST_PHOTOS && (
        <Button id="add-photo" look="compact" onTap={() => void addPhotos()}>
          添加照片
        </Button>
      )}
    </View>
  </Panel>
);

const PHOTO_WORDS = {
  photo: '照片没有传上去，再试一次',
  'no-camera': '手机没有允许使用相机和相册。在右上角“…”的设置里打开，或者不带照片提交',
} as const;

function Stuck({ correction: { stuck } }: { readonly correction: Correction }) {
  if (stuck === null) return null;
  const text = typeof stuck === 'string' ? PHOTO_WORDS[stuck] : troubleSentence(stuck).text;
  const fault = typeof stuck !== 'string' && stuck.kind === 'fault' ? [`编号 ${stuck.faultId}`] : [];
  return (
    <View id="correction-stuck">
      <Notice mark={<Icon name="cloud-off" />} text={text} more={['已写的内容留在手机上', ...fault]} />
    </View>
  );
}

const Bones = () => (
  <Panel id="correction-loading">
    {[50, 80, 70, 90].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </Panel>
);
