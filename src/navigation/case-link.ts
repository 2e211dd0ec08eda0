import Taro from '@tarojs/taro';
import type { CaseView } from '@contract/contract';
import { goTo, isTab } from './destination';

export type CaseLink = NonNullable<CaseView['next']>['link'];

export const CASE = '/pages/case/index';
export const CORRECTION = '/pages/correction/index';

/** The page of a case. The ids are a place, not a right: the server asks who opens it. */
export const caseUrl = ({ caseId, taskId, round }: CaseLink): string => {
  const task = taskId === null ? '' : `&task=${encodeURIComponent(taskId)}&round=${round ?? 1}`;
  return `${CASE}?case=${encodeURIComponent(caseId)}${task}`;
};

export const openCase = (link: CaseLink): Promise<unknown> => Taro.navigateTo({ url: caseUrl(link) });

/** A page that the server names, with its query: 'leaving/review/index?case=…'. */
export function openPage(page: string): Promise<unknown> {
  const [path = '', query = ''] = page.split('?');
  const destination = `/${path}`;
  if (!isTab(destination)) return Taro.navigateTo({ url: `/${page}` });
  const params = query.split('&').flatMap((part) => {
    const [name = '', value = ''] = part.split('=');
    return name === '' ? [] : [[name, decodeURIComponent(value)] as const];
  });
  return goTo({ path: destination, params: Object.fromEntries(params) });
}

/** In place of the page that led to it: going back should not lead to a form that was sent. */
export const replaceByCase = (link: CaseLink): Promise<unknown> => Taro.redirectTo({ url: caseUrl(link) });

export const openCorrection = (date: string): Promise<unknown> =>
  Taro.navigateTo({ url: `${CORRECTION}?date=${encodeURIComponent(date)}` });

/** What a case page was opened with; null when the link is broken. */
export function linkOf(params: Readonly<Record<string, string | undefined>>): CaseLink | null {
  const caseId = decode(params.case);
  if (caseId === '') return null;
  const taskId = decode(params.task);
  const round = Number(params.round);
  return {
    caseId,
    taskId: taskId === '' ? null : taskId,
    round: Number.isInteger(round) && round > 0 ? round : null,
  };
}

/** WeChat hands a query on as it is, browsers decode it: decoding what is plain already changes nothing. */
function decode(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? '');
  } catch {
    return '';
  }
}
