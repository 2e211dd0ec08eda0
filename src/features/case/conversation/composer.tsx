import { Text, Textarea, View } from '@tarojs/components';
import type { CaseView } from '@contract/contract';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { troubleSentence } from '@/wording/troubles';
import type { Said } from '../use-case-desk';
import { quickReplies } from './quick-replies';
import { type ComposerState, MOST_FILES, MOST_LETTERS, type Stuck } from './use-composer';

const STUCK: { readonly [Why in Exclude<Stuck, 'refused' | 'too-large'>]: string } = {
  'no-camera': '手机没有允许使用相机和相册，可以在设置里打开',
  'no-files': '没能打开聊天文件，请再试一次',
  upload: '文件没有传上去，再试一次；写好的内容都还在',
};

interface ComposerProps {
  readonly view: CaseView;
  readonly composer: ComposerState;
  /** What the server answered last. */
  readonly said: Said | null;
}

/** Where something is said: whom it is for, what it is about, what goes along. */
export function Composer({ view, composer, said }: ComposerProps) {
  const { flowId, isApplicant, people, items } = view;
  const { text, mentions, itemKey, files, stuck, tooLarge, canSend, sending } = composer;
  const replies = quickReplies(flowId, isApplicant);
  return (
    <View id="composer" className="talk__composer">
      {replies.length > 0 && (
        <View className="talk__chips">
          {replies.map((reply) => (
            <Chip
              key={reply.id}
              id={`quick-${reply.id}`}
              word={reply.title}
              onTap={() => void composer.sendQuick(reply)}
            />
          ))}
        </View>
      )}
      <View className="talk__chips">
        {people.map(({ employmentId, name }) => (
          <Chip
            key={employmentId}
            id={`mention-${employmentId}`}
            word={`@${name}`}
            isChosen={mentions.includes(employmentId)}
            onTap={() => composer.mention(employmentId)}
          />
        ))}
        {items.map(({ key, title }) => (
          <Chip
            key={key}
            id={`about-${key}`}
            word={`关于${title}`}
            isChosen={itemKey === key}
            onTap={() => composer.about(itemKey === key ? null : key)}
          />
        ))}
      </View>
      <Textarea
        id="say-text"
        name="say"
        className="talk__text"
        placeholder="说点什么"
        placeholderClass="case__placeholder"
        maxlength={MOST_LETTERS}
        value={text}
        onInput={(event) => composer.write(event.detail.value)}
      />
      {files.map(({ path, name }) => (
        <View key={path} className="talk__going">
          <Text className="talk__file-name">{name === '' ? '照片' : name}</Text>
          <View className="talk__drop" onClick={() => composer.dropFile(path)}>
            <Icon name="close" />
          </View>
        </View>
      ))}
      {stuck !== null && (
        <Text id="say-stuck" className="talk__stuck">
          {stuck === 'refused' ? refusedText(said) : stuck === 'too-large' ? tooLarge : STUCK[stuck]}
        </Text>
      )}
      <View className="talk__tools">
        <Button
          id="say-photo"
          look="compact"
          asleep={files.length >= MOST_FILES}
          onTap={() => void composer.addPhotos()}
        >
          拍照
        </Button>
        <Button
          id="say-file"
          look="compact"
          asleep={files.length >= MOST_FILES}
          onTap={() => void composer.addFiles()}
        >
          聊天文件
        </Button>
        <View className="talk__send">
          <Button id="say-send" look="primary" asleep={!canSend} onTap={() => void composer.send()}>
            {sending ? '正在发送…' : '发送'}
          </Button>
        </View>
      </View>
    </View>
  );
}

const refusedText = (said: Said | null): string =>
  said !== null && 'trouble' in said ? troubleSentence(said.trouble).text : '没有发出去，再试一次';

interface ChipProps {
  readonly id: string;
  readonly word: string;
  readonly isChosen?: boolean;
  readonly onTap: () => void;
}

const Chip = ({ id, word, isChosen = false, onTap }: ChipProps) => (
  <View id={id} className={`talk__chip${isChosen ? ' talk__chip--chosen' : ''}`} onClick={onTap}>
    <Text>{word}</Text>
  </View>
);
