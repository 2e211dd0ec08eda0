import { Image, Input, Text, View } from '@tarojs/components';
import type { AssetsView } from '@contract/contract';
import { useState } from 'react';
import { type ChosenPhoto, choosePhotos } from '@/phone/photos';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Sheet } from '@/ui/sheet';

export type Moving = AssetsView['assets'][number]['moves'][number];

export const MOVE_WORDS: Readonly<Record<Moving, string>> = {
  claim: '已归还',
  confirm: '确认收回',
  reject: '没有收到',
  reportLost: '报遗失',
  find: '找到了',
};

const ASKS: Readonly<Record<Moving, string>> = {
  claim: '放在哪里、交给了谁（选填）',
  confirm: '收回时的情况（选填）',
  reject: '请写明为什么，员工会看到',
  reportLost: '请写明经过',
  find: '在哪里找到的（选填）',
};

const NEEDS_WORDS: readonly Moving[] = ['reject', 'reportLost'];
const MOST_PHOTOS = 3;
const LONGEST_NOTE = 200;

interface MoveSheetProps {
  readonly name: string;
  readonly move: Moving;
  readonly fromAfar: boolean;
  readonly onSend: (note: string, photoPaths: readonly string[]) => void;
  readonly onClose: () => void;
}

/** What is said about one thing, with pictures. It says itself what is missing before it can be sent. */
export function MoveSheet({ name, move, fromAfar, onSend, onClose }: MoveSheetProps) {
  const [note, setNote] = useState('');
  const [photos, setPhotos] = useState<readonly ChosenPhoto[]>([]);
  /** The phone does not let pictures be taken. */
  const [shut, setShut] = useState(false);
  const words = note.trim();
  const lacksPhoto = move === 'claim' && photos.length === 0 && !(fromAfar && words !== '');
  const lacksWords = NEEDS_WORDS.includes(move) && words === '';
  const add = async () => {
    const chosen = await choosePhotos(MOST_PHOTOS - photos.length);
    setShut(chosen === null);
    if (chosen === null) return;
    setPhotos((had) => [...had, ...chosen].slice(0, MOST_PHOTOS));
  };
  return (
    <Sheet id="move-sheet" title={`${name} · ${MOVE_WORDS[move]}`} onClose={onClose}>
      <View className="step__photos">
        {photos.map(({ path }) => (
          <View key={path} className="step__photo">
            <Image className="step__picture" src={path} mode="aspectFill" />
            <View
              className="step__photo-drop"
              onClick={() => setPhotos((had) => had.filter((photo) => photo.path !== path))}
            >
              <Icon name="close" />
            </View>
          </View>
        ))}
        {photos.length < MOST_PHOTOS && (
          <Button id="move-photo" look="compact" onTap={() => void add()}>
            拍照或选照片
          </Button>
        )}
      </View>
      {shut && <Text className="step__quiet">手机没有允许使用相机和相册，请在微信的设置里打开</Text>}
      <Input
        id="move-note"
        className="step__input"
        placeholder={fromAfar && move === 'claim' ? '快递公司和单号' : ASKS[move]}
        placeholderClass="step__placeholder"
        maxlength={LONGEST_NOTE}
        value={note}
        onInput={(event) => setNote(event.detail.value)}
      />
      {(lacksPhoto || lacksWords) && (
        <Text id="move-lacks" className="step__quiet">
          {lacksWords ? '请写一句说明' : fromAfar ? '请拍照，或填快递单号' : '请拍一张照片'}
        </Text>
      )}
      <View className="step__second">
        <Button
          id="move-send"
          look="primary"
          asleep={lacksPhoto || lacksWords}
          onTap={() =>
            onSend(
              words,
              photos.map(({ path }) => path),
            )
          }
        >
          {MOVE_WORDS[move]}
        </Button>
      </View>
    </Sheet>
  );
}
