import Taro from '@tarojs/taro';

export const openReports = (): Promise<unknown> => Taro.navigateTo({ url: '/reports/people/index' });

/** Whose month, and which of its numbers the days are wanted of; null: all days. */
export interface PersonLink {
  readonly employmentId: string;
  readonly month: string;
  readonly column: string | null;
  /** A day that is opened at once. */
  readonly date?: string | null;
}

export const openPersonReport = ({
  employmentId,
  month,
  column,
  date = null,
}: PersonLink): Promise<unknown> =>
  Taro.navigateTo({
    url: `/reports/person/index?person=${encodeURIComponent(employmentId)}&month=${month}${column === null ? '' : `&column=${column}`}${date === null ? '' : `&date=${date}`}`,
  });

export const openBalances = (employmentId: string): Promise<unknown> =>
  Taro.navigateTo({ url: `/reports/balances/index?person=${encodeURIComponent(employmentId)}` });

/** What the page was opened with; null when the link is broken. */
export function personLinkOf(params: Readonly<Record<string, string | undefined>>): PersonLink | null {
  const { person, month, column, date } = params;
  if (person === undefined || month === undefined) return null;
  return { employmentId: decodeURIComponent(person), month, column: column ?? null, date: date ?? null };
}
