import { Image, Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { StatusMark } from '@/ui/status-mark';
import { FieldControl } from './field-control';
import type { TaskForm } from './use-task-form';
import './task-form.scss';

interface TaskFormPanelProps {
  readonly title: string;
  readonly form: TaskForm;
}

/** What a step asks for, in one short panel: everything that is needed is marked, gaps only after a try. */
export function TaskFormPanel({ title, form }: TaskFormPanelProps) {
  const { fields, minPhotos, missing, photosMissing, tried } = form;
  if (fields.length === 0 && minPhotos === 0) return null;
  return (
    <Panel id="task-form" title={title}>
      {fields.map((field) => (
        <FieldControl
          key={field.name}
          field={field}
          form={form}
          isMissing={tried && missing.some(({ name }) => name === field.name)}
        />
      ))}
      {minPhotos > 0 && <Photos form={form} />}
      {tried && (missing.length > 0 || photosMissing > 0) && (
        <View id="task-missing">
          <Notice mark={<StatusMark tone="missing" />} text={missingText(form)} />
        </View>
      )}
    </Panel>
  );
}

const missingText = ({ missing, photosMissing }: TaskForm): string =>
  [
    missing.length > 0
      ? `还差 ${missing.length} 项必填：${missing.map(({ label }) => label).join('、')}`
      : '',
    photosMissing > 0 ? `还差 ${photosMissing} 张照片` : '',
  ]
    .filter(Boolean)
    .join('；');

const Photos = ({
  form: { photos, addPhotos, dropPhoto, minPhotos, noCamera },
}: {
  readonly form: TaskForm;
}) => (
  <View className="task-form__field">
    <Text className="task-form__label">{`照片（至少 ${minPhotos} 张）`}</Text>
    <View className="task-form__photos">
      {photos.map(({ path }) => (
        <View key={path} className="task-form__photo">
          <Image className="task-form__picture" src={path} mode="aspectFill" />
          <View className="task-form__drop" onClick={() => dropPhoto(path)}>
            <Icon name="close" />
          </View>
        </View>
      ))}
      <Button id="task-add-photo" look="compact" onTap={() => void addPhotos()}>
        拍照或选图
      </Button>
    </View>
    {noCamera && <Text className="task-form__quiet">手机没有允许使用相机和相册，可以在设置里打开</Text>}
  </View>
);
