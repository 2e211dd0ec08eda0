/** Where a finger is, as WeChat tells a canvas: from its own top left, in points. */
export interface CanvasTouch {
  readonly x: number;
  readonly y: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What a mouse does instead of a finger. */
export interface PenMoves {
  down(at: Spot): void;
  move(at: Spot): void;
  up(): void;
}

/** The touch on the canvas, in points from its top left. */
export const spotOn = (_canvas: unknown, touch: unknown): Spot => {
  const { x, y } = touch as CanvasTouch;
  return { x, y };
};

/** WeChat makes touches of a computer's mouse itself. Gives back what ends it. */
export const followMouse =
  (_canvas: unknown, _moves: PenMoves): (() => void) =>
  () =>
    undefined;
