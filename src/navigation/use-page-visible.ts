import { useDidHide, useDidShow } from '@tarojs/taro';
import { useState } from 'react';

/** Whether the person sees this page: a tab that was left lives on and should ask for nothing. */
export function usePageVisible(): boolean {
  const [visible, setVisible] = useState(true);
  useDidShow(() => setVisible(true));
  useDidHide(() => setVisible(false));
  return visible;
}
