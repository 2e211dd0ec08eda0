import { selectAll } from '../tree/selector';
import type { TreeElement } from '../tree/tree-node';
import type { PageView } from '../page/page-view';
import type { WeappHost } from '../weapp-host';
import { type Answers, DONE, listOf, memberAt, type Params, textOf } from './answering';

/** One page of the stack. As in WeChat, its selectors do not look into custom components. */
export const pageAnswers: Answers = {
  'Page.getElement': (params, host) => first(found(params, host), params),
  'Page.getElements': (params, host) => ({ elements: found(params, host).map(describe) }),
  'Page.getData': (params, host) => ({ data: memberAt(pageOf(params, host).data, params.path) }),
  'Page.setData': async (params, host) => {
    pageOf(params, host).setData(params.data as Readonly<Record<string, unknown>>);
    await host.rest();
    return DONE;
  },
  'Page.callMethod': async (params, host) => {
    const { found: exists, value } = pageOf(params, host).call(
      textOf(params, 'method'),
      ...listOf(params, 'args'),
    );
    if (!exists) throw new Error(`page.${textOf(params, 'method')} not exists`);
    await host.rest();
    return { result: value };
  },
};

/** @throws Error when the page is not on the stack any more */
export function pageOf(params: Params, host: WeappHost): PageView {
  const page = host.pages.find(({ id }) => id === params.pageId);
  if (page === undefined) throw new Error('page destroyed');
  return page;
}

const found = (params: Params, host: WeappHost): TreeElement[] =>
  selectAll(pageOf(params, host).tree, textOf(params, 'selector'), false);

export const describe = (element: TreeElement) => ({ elementId: element.place, tagName: element.tag });

export function first(elements: readonly TreeElement[], params: Params): object {
  const [element] = elements;
  if (element === undefined) throw new Error(`no such element: ${textOf(params, 'selector')}`);
  return describe(element);
}
