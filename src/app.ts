import type { ReactNode } from 'react';
import './browser-frame';

interface AppProps {
  readonly children: ReactNode;
}

/** Taro puts the pages in. */
export default function App({ children }: AppProps) {
  return children;
}
