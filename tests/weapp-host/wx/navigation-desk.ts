import type { Interfaces, Surroundings } from './surroundings';
import type { WxOptions } from './wx-call';

/** Routes between pages, with WeChat's own refusals. */
export function navigationDesk({ stack, makeAsync }: Surroundings): Interfaces {
  const route = (name: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab') =>
    makeAsync(name, ({ url }: WxOptions) => {
      stack[name](String(url));
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
