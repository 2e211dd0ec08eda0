import { ok, refuse } from '../result';
import type { Refusal, Result } from '../result';

/** A point of the pen: x and y in whole canvas units from the top left, t in milliseconds from the first touch. */
export interface PenPoint {
  readonly x: number;
  readonly y: number;
  readonly t: number;
}

export type Stroke = readonly PenPoint[];

export interface Canvas {
  readonly width: number;
  readonly height: number;
}

export type SignatureRefusal =
  | Refusal<'signature.blank', { readonly strokes: number }>
  | Refusal<'signature.invalid', { readonly reason: DrawingFault }>
  | Refusal<'signature.too-large', { readonly points: number }>;

export type DrawingFault = 'not whole numbers' | 'outside the canvas' | 'time runs backwards';

/**
 * The largest drawing: with four figures for a place and six for a time it stays below 58 KB as JSON, so that the whole
 * message fits into what the server takes (64 KB).
 */
export const MOST_POINTS = 1800;
export const MOST_STROKES = 200;
/** Ten minutes, in milliseconds: as long as an identity session. */
export const LONGEST_DRAWING = 600_000;
/** A share of the canvas' width: longer than any slip of the finger. */
const SHORTEST_SINGLE_STROKE = 0.25;
const SHORTEST_STROKE = 0.02;

/** Accepts what can be a name: two strokes, or one long one. Taps and specks are blank. */
export function acceptSignature(
  strokes: readonly Stroke[],
  canvas: Canvas,
): Result<readonly Stroke[], SignatureRefusal> {
  const points = strokes.flat();
  if (points.length > MOST_POINTS) return refuse('signature.too-large', { points: points.length });
  const reason = drawingFault(points, canvas);
  if (reason) return refuse('signature.invalid', { reason });
  const lengths = strokes.map(lengthOf);
  const drawn = lengths.filter((length) => length >= canvas.width * SHORTEST_STROKE);
  const longest = Math.max(0, ...lengths);
  if (drawn.length < 2 && longest < canvas.width * SHORTEST_SINGLE_STROKE)
    return refuse('signature.blank', { strokes: drawn.length });
  return ok(strokes);
}

function drawingFault(points: readonly PenPoint[], { width, height }: Canvas): DrawingFault | null {
  if (!points.every(({ x, y, t }) => [x, y, t].every(Number.isSafeInteger))) return 'not whole numbers';
  if (points.some(({ x, y }) => x < 0 || y < 0 || x > width || y > height)) return 'outside the canvas';
  return points.some(({ t }, index) => t < (points[index - 1]?.t ?? 0)) ? 'time runs backwards' : null;
}

function lengthOf(stroke: Stroke): number {
  return stroke.reduce((sum, point, index) => {
    const before = stroke[index - 1];
    return before ? sum + Math.hypot(point.x - before.x, point.y - before.y) : sum;
  }, 0);
}

/** A box on the page, in points. */
export interface SignatureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The strokes as one SVG path that fills the box, keeping their proportions, left-aligned and centred in height.
 * Curves run through the middles between points, so that a shaky line reads as a pen's.
 */
export function signaturePath(strokes: readonly Stroke[], box: SignatureBox): string {
  const points = strokes.flat();
  const left = Math.min(...points.map(({ x }) => x));
  const top = Math.min(...points.map(({ y }) => y));
  const width = Math.max(1, Math.max(...points.map(({ x }) => x)) - left);
  const height = Math.max(1, Math.max(...points.map(({ y }) => y)) - top);
  const scale = Math.min(box.width / width, box.height / height);
  const dropped = (box.height - height * scale) / 2;
  const at = ({ x, y }: Pick<PenPoint, 'x' | 'y'>): string =>
    `${short(box.x + (x - left) * scale)} ${short(box.y + dropped + (y - top) * scale)}`;
  return strokes.flatMap((stroke) => strokePath(stroke, at)).join(' ');
}

function strokePath(stroke: Stroke, at: (point: Pick<PenPoint, 'x' | 'y'>) => string): readonly string[] {
  const [first, ...rest] = stroke;
  if (!first) return [];
  const curves = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point;
    return `Q ${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  });
  return [`M ${at(first)}`, ...curves, `L ${at(rest[rest.length - 1] ?? first)}`];
}

/** Hundredths of a point: finer than any printer, and the same text on every machine. */
const short = (n: number): string => String(Math.round(n * 100) / 100);
