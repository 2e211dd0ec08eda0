import type { Interfaces, Surroundings } from './surroundings';
import { WxFailure, type WxOptions } from './wx-call';

/** What WeChat draws itself: bars, toasts, questions; and what the person feels. */
export function interfaceDesk({ phone, stack, makeAsync, faults }: Surroundings): Interfaces {
  const done = () => undefined;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const title = (name: string) =>
    makeAsync(name, ({ title: shown }: WxOptions) => {
      phone.did({ kind: 'toast', title: text(shown) });
      return undefined;
    });
  const quiet = (name: string) => [name, makeAsync(name, done)] as const;
  return {
    showToast: title('showToast'),
    showLoading: title('showLoading'),
    showModal: makeAsync('showModal', ({ title: heading, content }: WxOptions) => {
      phone.did({ kind: 'modal', title: text(heading), content: text(content) });
      const confirm = phone.answers.modal === 'confirm';
      return { confirm, cancel: !confirm };
    }),
    showActionSheet: makeAsync('showActionSheet', () => {
      if (phone.answers.sheet === null) throw new WxFailure('cancel');
      return { tapIndex: phone.answers.sheet };
    }),
    vibrateShort: makeAsync('vibrateShort', () => {
      phone.did({ kind: 'vibrated' });
      return undefined;
    }),
    setNavigationBarTitle: makeAsync('setNavigationBarTitle', ({ title: shown }: WxOptions) => {
      if (stack.top !== undefined) stack.top.title = text(shown);
      return undefined;
    }),
    setClipboardData: makeAsync('setClipboardData', ({ data }: WxOptions) => {
      phone.did({ kind: 'copied', text: text(data) });
      return undefined;
    }),
    ...Object.fromEntries(
      ['hideToast', 'hideLoading', 'stopPullDownRefresh', 'pageScrollTo', 'hideKeyboard'].map(quiet),
    ),
    ...Object.fromEntries(
      ['showShareMenu', 'hideShareMenu', 'setTabBarBadge', 'removeTabBarBadge'].map(quiet),
    ),
    nextTick: (run: () => void) => void phone.clock.after(0, () => void faults.guard('nextTick', run)),
  };
}
