import { View } from '@tarojs/components';
import type { CSSProperties, ReactNode } from 'react';
import { useState } from 'react';
import { textScale } from '@/phone/text-scale';
import { ErrorBoundary } from './error-boundary';
import './page.scss';

const SMALLEST = 0.9;
/** Beyond this a 320 px phone has room for two words a line. */
const LARGEST = 1.6;

interface PageProps {
  readonly id: string;
  readonly children: ReactNode;
}

/** The root of every page: its colours, and letters in the size the person reads at. */
export function Page({ id, children }: PageProps) {
  const [scale] = useState(() => Math.min(LARGEST, Math.max(SMALLEST, textScale())));
  return (
    <View id={id} className="page" style={{ '--text': scale } as CSSProperties}>
      <ErrorBoundary>{children}</ErrorBoundary>
    </View>
  );
}
