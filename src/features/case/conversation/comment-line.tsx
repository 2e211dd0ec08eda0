import { Image, Text, View } from '@tarojs/components';
import type { CaseView } from '@contract/contract';
import { Icon } from '@/ui/icon';
import { openAttached } from '../open-attached';

type Comment = CaseView['comments'][number];

/** One thing that was said, with what came along. */
export const CommentLine = ({ caseId, comment }: { readonly caseId: string; readonly comment: Comment }) => (
  <View className={`talk__line${comment.mine ? ' talk__line--mine' : ''}`}>
    <Text className="talk__by">
      {`${comment.byName} · ${comment.whenText}${comment.unread ? ' · 新' : ''}`}
    </Text>
    {comment.itemTitle !== null && <Text className="talk__about">{`关于：${comment.itemTitle}`}</Text>}
    <Text className="talk__words">
      {comment.mentions.length > 0 ? `${comment.mentions.join(' ')} ${comment.text}` : comment.text}
    </Text>
    {comment.files.map((file) => (
      <View
        key={file.digest}
        id={`file-${file.digest.slice(0, 12)}`}
        className="talk__file"
        onClick={() => void openAttached(caseId, file)}
      >
        {file.url !== null ? (
          <Image className="talk__picture" src={file.url} mode="aspectFill" />
        ) : (
          <>
            <Text className="talk__file-name">{file.name}</Text>
            <Icon name="next" />
          </>
        )}
      </View>
    ))}
  </View>
);
