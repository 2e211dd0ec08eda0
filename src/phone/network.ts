import Taro from '@tarojs/taro';

/** Calls back each time the phone has a network again; returns how to stop listening. */
export function onNetworkBack(listener: () => void): () => void {
  const changed = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) listener();
  };
  Taro.onNetworkStatusChange(changed);
  return () => Taro.offNetworkStatusChange(changed);
}
