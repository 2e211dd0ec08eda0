import { Image, Text, Textarea, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Sheet } from '@/ui/sheet';
import { troubleSentence } from '@/wording/troubles';
import { MOST_PHOTOS, type OutsideDraft, type OutsidePunch, type OutsideStuck } from './use-outside-punch';
import './outside-sheet.scss';

const MOST_LETTERS = 100;

/** 外勤打卡: why here, and the pictures that the rule wants; what happens with it stands above the button. */
export function OutsideSheet({ outside }: { readonly outside: OutsidePunch }) {
  const { draft } = outside;
  if (draft === null) return null;
  const { offer, remark } = draft;
  return (
    <Sheet id="outside-sheet" title="外勤打卡" onClose={outside.close}>
      <Textarea
        id="outside-remark"
        name="remark"
        className="outside-sheet__remark"
        placeholder="在哪里、做什么，例如：在客户现场开会"
        placeholderClass="outside-sheet__placeholder"
        maxlength={MOST_LETTERS}
        value={remark}
        onInput={(event) => outside.write(event.detail.value)}
      />
      <Photos outside={outside} draft={draft} />
      {outside.stuck !== null && <Stuck stuck={outside.stuck} />}
      <Text className="outside-sheet__quiet">
        {offer.needsApproval
          ? '打卡时间以现在为准。由直属上级确认后计入，确认前当天显示“待确认”。'
          : '打卡时间以现在为准，提交后马上计入。'}
      </Text>
      <Button id="outside-send" look="primary" asleep={!outside.canSend} onTap={() => void outside.send()}>
        {outside.sending ? '正在提交…' : '打外勤卡'}
      </Button>
    </Sheet>
  );
}

const PHOTO_TITLES = {
  optional: `照片（选填，最多 ${MOST_PHOTOS} 张）`,
  required: `照片（至少 1 张，最多 ${MOST_PHOTOS} 张）`,
  camera: `现场照片（至少 1 张，只能现拍）`,
} as const;

interface PhotosProps {
  readonly outside: OutsidePunch;
  readonly draft: OutsideDraft;
}

const Photos = ({ outside, draft: { offer, photos } }: PhotosProps) => (
  <View>
    <Text className="outside-sheet__title">{PHOTO_TITLES[offer.photo]}</Text>
    <View className="outside-sheet__photos">
      {photos.map(({ path }) => (
        <View key={path} className="outside-sheet__photo">
          <Image className="outside-sheet__picture" src={path} mode="aspectFill" />
          <View className="outside-sheet__drop" onClick={() => outside.dropPhoto(path)}>
            <Icon name="close" />
          </View>
        </View>
      ))}
      {photos.length < MOST_PHOTOS && (
        <Button id="outside-add-photo" look="compact" onTap={() => void outside.addPhotos()}>
          {offer.photo === 'camera' ? '拍照' : '添加照片'}
        </Button>
      )}
    </View>
  </View>
);

const STUCK_WORDS = {
  photo: '照片没有传上去，再试一次',
  'no-camera': '手机没有允许使用相机或相册，在右上角“…”的设置里打开',
  'no-position': '还没有找到位置。外勤打卡要记下位置，请打开定位后再试',
} as const;

function Stuck({ stuck }: { readonly stuck: OutsideStuck }) {
  const text = typeof stuck === 'string' ? STUCK_WORDS[stuck] : troubleSentence(stuck).text;
  const fault = typeof stuck !== 'string' && stuck.kind === 'fault' ? [`编号 ${stuck.faultId}`] : [];
  return (
    <Notice
      id="outside-stuck"
      mark={<Icon name="cloud-off" />}
      text={text}
      more={['这次打卡还没有提交', ...fault]}
    />
  );
}
