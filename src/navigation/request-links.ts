import Taro from '@tarojs/taro';

const REQUESTS = '/requests/home/index';
const ASK = '/requests/ask/index';

export type RequestKind = 'leave' | 'outing' | 'trip' | 'overtime';

/** What the form opens with; without a date it proposes today. */
export interface AskLink {
  readonly kind: RequestKind;
  /** Leave type; '' for the others. */
  readonly typeId: string;
  readonly date: string | null;
}

/** @param date the day that it is about, handed on to the form */
export const openRequests = (date: string | null = null): Promise<unknown> =>
  Taro.navigateTo({ url: date === null ? REQUESTS : `${REQUESTS}?date=${encodeURIComponent(date)}` });

export const openAsk = ({ kind, typeId, date }: AskLink): Promise<unknown> =>
  Taro.navigateTo({
    url: `${ASK}?kind=${kind}&type=${encodeURIComponent(typeId)}${date === null ? '' : `&date=${date}`}`,
  });

type Params = Readonly<Record<string, string | undefined>>;

export const dateOf = ({ date }: Params): string | null =>
  date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null;

/** What the form was opened with; a broken link asks for leave. */
export function askLinkOf(params: Params): AskLink {
  const { kind, type = '' } = params;
  const known = kind === 'outing' || kind === 'trip' || kind === 'overtime' ? kind : 'leave';
  return { kind: known, typeId: decodeURIComponent(type), date: dateOf(params) };
}
