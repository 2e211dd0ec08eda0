import type * as weapp from './pen-surface';

/** A browser counts touches from the window's corner. */
export const spotOn: typeof weapp.spotOn = (canvas, touch) => {
  const { left, top } = (canvas as HTMLCanvasElement).getBoundingClientRect();
  const { clientX, clientY } = touch as { clientX: number; clientY: number };
  return { x: clientX - left, y: clientY - top };
};

const ECHO_MS = 1000;

/** The laptop's view is often held with a mouse. */
export const followMouse: typeof weapp.followMouse = (canvas, moves) => {
  const element = canvas as HTMLCanvasElement;
  const spot = (event: MouseEvent): weapp.Spot => spotOn(element, event);
  let touchedAt = 0;
  const touched = (): void => {
    touchedAt = Date.now();
  };
  // A browser tells of a finger twice: as a touch, and a moment later as a mouse.
  const down = (event: MouseEvent): void => {
    if (Date.now() - touchedAt > ECHO_MS) moves.down(spot(event));
  };
  const move = (event: MouseEvent): void => {
    if (event.buttons === 1) moves.move(spot(event));
  };
  const up = (): void => moves.up();
  element.addEventListener('touchend', touched);
  element.addEventListener('mousedown', down);
  element.addEventListener('mousemove', move);
  element.addEventListener('mouseup', up);
  element.addEventListener('mouseleave', up);
  return () => {
    element.removeEventListener('touchend', touched);
    element.removeEventListener('mousedown', down);
    element.removeEventListener('mousemove', move);
    element.removeEventListener('mouseup', up);
    element.removeEventListener('mouseleave', up);
  };
};
