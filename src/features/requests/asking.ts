import type { InputOf } from '@contract/contract';
import { storage } from '@/phone/storage';

export type Span = InputOf<'request.apply'>['span'];

/** The form as it is being filled; which half and which hour are kept while the other way of counting is shown. */
export interface Asking {
  /** The request's id, made with the form: however often it is sent, it is one request. */
  readonly commandId: string;
  readonly mode: 'days' | 'time';
  readonly from: string;
  readonly to: string;
  readonly fromAfternoon: boolean;
  readonly untilNoon: boolean;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly place: string;
  readonly reason: string;
}

/** What the server is asked: only what counts in this mode. */
export const spanOf = (asking: Asking): Span => {
  const { mode, from, to, fromAfternoon, untilNoon, fromMinute, toMinute } = asking;
  return mode === 'days'
    ? { mode, from, to, fromAfternoon, untilNoon }
    : { mode, from, to, fromMinute, toMinute };
};

const key = (kind: string, typeId: string): string => `asking-${kind}-${typeId}`;

/** Leaving the page, or a weak network, loses nothing. */
export const askingDraft = {
  read: (kind: string, typeId: string): Asking | null => storage.read(key(kind, typeId)) as Asking | null,
  keep: (kind: string, typeId: string, asking: Asking): void => storage.write(key(kind, typeId), asking),
  drop: (kind: string, typeId: string): void => storage.write(key(kind, typeId), null),
};
