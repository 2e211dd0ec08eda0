import type { CSSProperties, ReactNode } from 'react';

/** Taro's components as plain elements: what the pages say and do, not how WeChat draws it. */
interface StubProps {
  readonly id?: string;
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly onClick?: () => void;
  readonly children?: ReactNode;
}

const inner = ({ id, className, style, onClick, children }: StubProps) => ({
  id,
  className,
  style,
  onClick,
  children,
});

interface TouchProps extends StubProps {
  readonly onTouchStart?: (event: TouchEvent) => void;
  readonly onTouchMove?: (event: TouchEvent) => void;
}

/** A touch as React tells it is near enough to what WeChat tells: `touches` with `clientX`. */
export const View = ({ onTouchStart, onTouchMove, ...props }: TouchProps) => (
  <div
    {...inner(props)}
    onTouchStart={onTouchStart && ((event) => onTouchStart(event.nativeEvent))}
    onTouchMove={onTouchMove && ((event) => onTouchMove(event.nativeEvent))}
  />
);
export const Text = (props: StubProps) => <span {...inner(props)} />;
export const Button = (props: StubProps) => <button type="button" {...inner(props)} />;
export const Map = (props: StubProps) => <div {...inner(props)} />;

interface InputProps extends StubProps {
  readonly value?: string;
  readonly onInput?: (event: { detail: { value: string } }) => void;
}

export const Input = ({ id, value, onInput }: InputProps) => (
  <input id={id} value={value} onChange={(event) => onInput?.({ detail: { value: event.target.value } })} />
);

export const Textarea = ({ id, value, onInput }: InputProps) => (
  <textarea
    id={id}
    value={value}
    onChange={(event) => onInput?.({ detail: { value: event.target.value } })}
  />
);

export const Image = ({ id, className, onClick }: StubProps) => (
  <div id={id} className={className} onClick={onClick} />
);

interface CanvasProps extends StubProps {
  readonly onTouchStart?: (event: { touches: readonly unknown[] }) => void;
  readonly onTouchMove?: (event: { touches: readonly unknown[] }) => void;
  readonly onTouchEnd?: () => void;
}

/** Touches as WeChat tells a canvas: `x` and `y` from its own corner, under `detail`. */
export const Canvas = ({ id, onTouchStart, onTouchMove, onTouchEnd }: CanvasProps) => (
  <canvas
    id={id}
    ref={(node) => {
      if (!node) return;
      const on = (name: string, act?: (event: { touches: readonly unknown[] }) => void) => {
        (node as unknown as Record<string, unknown>)[name] = (event: CustomEvent) =>
          act?.({ touches: [event.detail] });
      };
      on('ontouchstart', onTouchStart);
      on('ontouchmove', onTouchMove);
      on('ontouchend', onTouchEnd);
    }}
  />
);

interface ChangeProps extends StubProps {
  readonly value?: string;
  readonly checked?: boolean;
  readonly onChange?: (event: { detail: { value: never } }) => void;
}

/** A wheel, as a field beside what it stands around. */
export const Picker = ({ value, onChange, children }: ChangeProps) => (
  <div>
    {children}
    <input
      data-picker=""
      value={value}
      onChange={(event) => onChange?.({ detail: { value: event.target.value as never } })}
    />
  </div>
);

export const Switch = ({ id, checked, onChange }: ChangeProps) => (
  <input
    id={id}
    type="checkbox"
    checked={checked}
    onChange={(event) => onChange?.({ detail: { value: event.target.checked as never } })}
  />
);
