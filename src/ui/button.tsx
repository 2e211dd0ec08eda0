import { Button as NativeButton } from '@tarojs/components';
import type { ReactNode } from 'react';
import './button.scss';

interface ButtonProps {
  readonly id?: string;
  readonly look: 'primary' | 'plain' | 'text' | 'compact';
  readonly asleep?: boolean;
  readonly onTap: () => void;
  readonly children: ReactNode;
}

/** A button at least 44 px high. Asleep, it says what it would do and does nothing. */
export function Button({ id, look, asleep = false, onTap, children }: ButtonProps) {
  return (
    <NativeButton
      id={id}
      className={`button button--${look}${asleep ? ' button--asleep' : ''}`}
      hoverClass="button--pressed"
      disabled={asleep}
      onClick={onTap}
    >
      {children}
    </NativeButton>
  );
}
