import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { CaseView } from '@contract/contract';
import { Panel } from '@/ui/panel';

/** Pictures that came with the request; a tap shows one large. */
export function CasePhotos({ photos }: { readonly photos: CaseView['photos'] }) {
  if (photos.length === 0) return null;
  const urls = photos.map(({ url }) => url);
  return (
    <Panel id="case-photos" title="照片">
      <View className="case__photos">
        {photos.map(({ digest, url }) => (
          <Image
            key={digest}
            className="case__photo"
            src={url}
            mode="aspectFill"
            onClick={() => void Taro.previewImage({ current: url, urls })}
          />
        ))}
      </View>
    </Panel>
  );
}
