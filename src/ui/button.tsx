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

/**
 * A button at least 44 px high. Asleep, it says what it would do and does nothing; by its own class, since
 * the platforms' disabled buttons bring colours along that the dark mode does not know.
 */
export function Button({ id, look, asleep = false, onTap, children }: ButtonProps) {
  return (
    <NativeButton
      id={id}
      className={`button button--${look}${asleep ? ' button--asleep' : ''}`}
      hoverClass={asleep ? 'none' : 'button--pressed'}
      onClick={asleep ? undefined : onTap}
    >
      {children}
    </NativeButton>
  );
}
