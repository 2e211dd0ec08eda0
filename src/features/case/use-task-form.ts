import type { CaseView } from '@contract/contract';
import { useState } from 'react';
import { type ChosenPhoto, choosePhotos } from '@/phone/photos';
import type { TaskView } from './task-pages';

export type Field = TaskView['fields'][number];
export type FieldValue = Field['value'];

const MOST_PHOTOS = 9;

/** The form of one round of one task: a next round starts from what the server says. */
interface Written {
  readonly of: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly names: Readonly<Record<string, string>>;
  readonly photos: readonly ChosenPhoto[];
}

const blank = (of: string): Written => ({ of, values: {}, names: {}, photos: [] });

const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** What is written into the form of the caller's task so far. */
export function useTaskForm(view: CaseView | null) {
  const task = view?.task ?? null;
  const of = task === null ? '' : `${task.taskId} ${task.round}`;
  const [kept, setKept] = useState<Written>(blank(of));
  const [noCamera, setNoCamera] = useState(false);
  /** Whether gaps are shown: not before somebody tried to send. */
  const [tried, setTried] = useState(false);
  const written = kept.of === of ? kept : blank(of);
  const fields = task?.fields ?? [];
  const valueOf = ({ name, value, type }: Field): FieldValue =>
    written.values[name] ?? value ?? (type === 'boolean' ? false : null);

  const write = (name: string, value: FieldValue, valueText?: string) =>
    setKept({
      ...written,
      values: { ...written.values, [name]: value },
      names: valueText === undefined ? written.names : { ...written.names, [name]: valueText },
    });
  const addPhotos = async () => {
    const chosen = await choosePhotos(MOST_PHOTOS - written.photos.length);
    setNoCamera(chosen === null);
    setKept({ ...written, photos: [...written.photos, ...(chosen ?? [])].slice(0, MOST_PHOTOS) });
  };

  // A check that must be made is one that says yes.
  const missing = fields.filter(
    (field) =>
      field.required && (field.type === 'boolean' ? valueOf(field) !== true : isEmpty(valueOf(field))),
  );
  const photosMissing = Math.max(0, (task?.minPhotos ?? 0) - written.photos.length);
  const values = Object.fromEntries(
    fields.flatMap((field) => (isEmpty(valueOf(field)) ? [] : [[field.name, valueOf(field)]])),
  );
  return {
    fields,
    minPhotos: task?.minPhotos ?? 0,
    photos: written.photos,
    values,
    missing,
    photosMissing,
    tried,
    noCamera,
    valueOf,
    nameOf: ({ name, valueText }: Field) => written.names[name] ?? valueText ?? '',
    write,
    addPhotos,
    dropPhoto: (path: string) =>
      setKept({ ...written, photos: written.photos.filter((photo) => photo.path !== path) }),
    /** Whether everything is there; from then on gaps are shown. */
    check: () => {
      setTried(true);
      return missing.length === 0 && photosMissing === 0;
    },
  };
}

export type TaskForm = ReturnType<typeof useTaskForm>;
