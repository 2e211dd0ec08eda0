import Taro from '@tarojs/taro';

/** The pages of leaving lie in a package of their own: whoever stays never loads them. */
export const LEAVING_CHOOSE = '/leaving/choose/index';
export const LEAVING_NOTICE = '/leaving/notice/index';
export const LEAVING_JOURNEY = '/leaving/journey/index';
export const LEAVING_SEARCH = '/leaving/search/index';
export const LEAVING_EMPLOYER = '/leaving/employer/index';
export const MY_PAPERS = '/leaving/papers/index';
export const VERIFY_PAPER = '/leaving/verify/index';

export type LeavingPath = 'notice' | 'probation' | 'agreement' | 'urgent';
const PATHS: readonly string[] = ['notice', 'probation', 'agreement', 'urgent'] satisfies LeavingPath[];

/** A case's papers, for HR: with the export of its evidence. */
export const openPapersOf = (caseId: string): Promise<unknown> =>
  open(`${MY_PAPERS}?case=${encodeURIComponent(caseId)}`);

/** A page of a case that is read there, 'settlement' and the like. */
export const openPageOf = (folder: string, caseId: string): Promise<unknown> =>
  open(`/leaving/${folder}/index?case=${encodeURIComponent(caseId)}`);

export const open = (url: string): Promise<unknown> => Taro.navigateTo({ url });

export const openNoticeForm = (path: LeavingPath): Promise<unknown> => open(`${LEAVING_NOTICE}?path=${path}`);

/** In place of the form: going back should not lead to a form that was sent. */
export const replaceByJourney = (): Promise<unknown> => Taro.redirectTo({ url: LEAVING_JOURNEY });

/** Which way a form was opened for; a broken link asks for the usual one. */
export const pathOf = ({ path }: Readonly<Record<string, string | undefined>>): LeavingPath =>
  path !== undefined && PATHS.includes(path) ? (path as LeavingPath) : 'notice';
