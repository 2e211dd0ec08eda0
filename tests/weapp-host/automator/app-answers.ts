import type { PageView } from '../page/page-view';
import type { WeappHost } from '../weapp-host';
import { type Answers, DONE, listOf, type Params, textOf } from './answering';

/** The mini-program as a whole: its pages, and what its scripts see as `wx`. */
export const appAnswers: Answers = {
  'Tool.getInfo': (_, host) => ({ SDKVersion: host.program.baseLibrary, version: 'zhoudao weapp-host' }),
  'Tool.close': () => DONE,
  'App.exit': () => DONE,
  'App.enableLog': () => DONE,
  'App.getCurrentPage': (_, host) => factsOf(host.page),
  'App.getPageStack': (_, host) => ({ pageStack: host.pages.map(factsOf) }),
  'App.callWxMethod': callWxMethod,
  'App.mockWxMethod': mockWxMethod,
  'App.callFunction': (params, host) => ({
    result: host.compile(textOf(params, 'functionDeclaration'))(...listOf(params, 'args')),
  }),
};

const factsOf = ({ id, route, query }: PageView) => ({ pageId: id, path: route, query });

/** A promise where the interface makes one; the mini-program comes to rest before the answer. */
async function callWxMethod(params: Params, host: WeappHost): Promise<object> {
  const name = textOf(params, 'method');
  const called = host.wx[name];
  if (typeof called !== 'function') throw new Error(`wx.${name} not exists`);
  const outcome: unknown = (called as (...given: unknown[]) => unknown)(...listOf(params, 'args'));
  const [result] = await Promise.all([outcome, host.rest()]).catch((thrown: unknown) => {
    const { errMsg } = (thrown ?? {}) as { errMsg?: string };
    throw errMsg === undefined ? thrown : new Error(errMsg);
  });
  return { result };
}

const originals = new WeakMap<WeappHost, Map<string, unknown>>();

/** Without a result or a function the interface is as before. Taro has taken its own copies of promised ones. */
function mockWxMethod(params: Params, host: WeappHost): object {
  const name = textOf(params, 'method');
  const kept = originals.get(host) ?? new Map<string, unknown>();
  originals.set(host, kept);
  if (!kept.has(name)) kept.set(name, host.wx[name]);
  const { result, functionDeclaration } = params;
  if (typeof functionDeclaration === 'string') {
    const mock = host.compile(functionDeclaration);
    host.wx[name] = (...given: unknown[]) => mock(...given, ...listOf(params, 'args'));
  } else if (result !== undefined) {
    host.wx[name] = (options?: { success?: (result: unknown) => void }) => {
      options?.success?.(result);
      return result;
    };
  } else host.wx[name] = kept.get(name);
  return DONE;
}
