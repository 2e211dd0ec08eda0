import { messageOf } from '../script/faults';
import type { Interfaces, Surroundings } from './surroundings';
import type { WxOptions } from './wx-call';

/** Routes between pages, with WeChat's own refusals. */
export function navigationDesk({ stack, makeAsync, faults }: Surroundings): Interfaces {
  const route = (name: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab') =>
    makeAsync(name, ({ url }: WxOptions) => {
      try {
        stack[name](String(url));
      } catch (thrown) {
        // Not a refusal of the route: the page's own script failed while it was loaded.
        if (!messageOf(thrown).startsWith(`${name}:fail`)) faults.add(`${name} ${String(url)}`, thrown);
        throw thrown;
      }
      return undefined;
    });
  return {
    navigateTo: route('navigateTo'),
    redirectTo: route('redirectTo'),
    reLaunch: route('reLaunch'),
    switchTab: route('switchTab'),
    navigateBack: makeAsync('navigateBack', ({ delta = 1 }: WxOptions) => {
      stack.navigateBack(Number(delta));
      return undefined;
    }),
  };
}
