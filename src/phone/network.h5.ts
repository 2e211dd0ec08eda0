import type * as weapp from './network';

export const onNetworkBack: typeof weapp.onNetworkBack = (listener) => {
  window.addEventListener('online', listener);
  return () => window.removeEventListener('online', listener);
};
