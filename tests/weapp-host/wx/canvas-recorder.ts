/** One thing that was done to a drawing: `{ call: 'lineTo', given: [3, 4] }` or `{ set: 'lineWidth', value: 2 }`. */
export type Stroke =
  | { readonly call: string; readonly given: readonly unknown[] }
  | { readonly set: string; readonly value: unknown };

/** A 2d canvas that remembers what was drawn and draws nothing. */
export interface CanvasRecorder {
  readonly strokes: readonly Stroke[];
  /** What a script gets from a selector query's `node`. */
  readonly node: Record<string, unknown>;
}

/** Answers that a drawing needs from its context. */
const ANSWERS: Readonly<Record<string, (...given: never[]) => unknown>> = {
  measureText: (text: string) => ({ width: text.length * 10 }),
  getImageData: (_x: number, _y: number, width: number, height: number) => ({
    width,
    height,
    data: new Uint8ClampedArray(width * height * 4),
  }),
  createLinearGradient: () => ({ addColorStop: () => undefined }),
};

/** The smallest PNG: one clear pixel. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export function canvasRecorder(
  width: number,
  height: number,
  nextFrame: (run: () => void) => number,
): CanvasRecorder {
  const strokes: Stroke[] = [];
  const held: Record<string, unknown> = {};
  const context = new Proxy(held, {
    get: (_, name) => {
      if (typeof name !== 'string') return undefined;
      if (name === 'canvas') return node;
      if (name in held) return held[name];
      return (...given: unknown[]) => {
        strokes.push({ call: name, given });
        return ANSWERS[name]?.(...(given as never[]));
      };
    },
    set: (_, name, value: unknown) => {
      strokes.push({ set: String(name), value });
      held[String(name)] = value;
      return true;
    },
  });
  const node: Record<string, unknown> = {
    width,
    height,
    getContext: (kind: unknown) => {
      if (kind !== '2d') throw new Error(`this host records 2d canvases, and "${String(kind)}" was asked`);
      return context;
    },
    requestAnimationFrame: nextFrame,
    toDataURL: (type = 'image/png') => `data:${String(type)};base64,${PICTURE}`,
    createImage: () => ({}),
  };
  return { strokes, node };
}

export const recordedPicture = (): Buffer => Buffer.from(PICTURE, 'base64');
