import { LONGEST_DRAWING, MOST_POINTS, MOST_STROKES } from '@domain/offboarding/signature-strokes';
import type { Canvas, PenPoint, Stroke } from '@domain/offboarding/signature-strokes';
import type { Spot } from '@/phone/pen-surface';

/** Units of the stored drawing in a point of the screen: halves keep a small canvas smooth. */
const UNITS = 2;
/** Nearer points than this say nothing more about a line; they would only make the message long. */
const LEAST_STEP = 3;

/** What a hand draws: strokes in whole units, with times in whole milliseconds from the first touch. */
export class Pen {
  private drawn: PenPoint[][] = [];
  private beganAt: number | null = null;
  private isDown = false;
  readonly canvas: Canvas;

  /** @param size of the canvas, in points of the screen */
  constructor(
    size: { readonly width: number; readonly height: number },
    private readonly now: () => number = Date.now,
  ) {
    this.canvas = { width: Math.round(size.width * UNITS), height: Math.round(size.height * UNITS) };
  }

  get strokes(): readonly Stroke[] {
    return this.drawn;
  }

  down(at: Spot): void {
    if (this.drawn.length >= MOST_STROKES) return;
    this.makeRoom();
    this.beganAt ??= this.now();
    this.isDown = true;
    this.drawn.push([this.pointAt(at)]);
  }

  /** Resolves to the piece of line that came, for drawing it at once; null when nothing came. */
  move(at: Spot): readonly [PenPoint, PenPoint] | null {
    const stroke = this.drawn.at(-1);
    const last = stroke?.at(-1);
    if (!this.isDown || !stroke || !last) return null;
    const point = this.pointAt(at);
    if (Math.abs(point.x - last.x) + Math.abs(point.y - last.y) < LEAST_STEP) return null;
    stroke.push(point);
    this.makeRoom();
    return [last, point];
  }

  up(): void {
    this.isDown = false;
  }

  undo(): void {
    this.drawn = this.drawn.slice(0, -1);
    this.isDown = false;
  }

  clear(): void {
    this.drawn = [];
    this.beganAt = null;
    this.isDown = false;
  }

  /** In a long drawing the stroke with the most points loses every other one between its ends: all stay alike fine. */
  private makeRoom(): void {
    if (this.drawn.reduce((points, stroke) => points + stroke.length, 0) < MOST_POINTS) return;
    const most = Math.max(...this.drawn.map((stroke) => stroke.length));
    const finest = this.drawn.findIndex((stroke) => stroke.length === most);
    this.drawn[finest] = (this.drawn[finest] ?? []).filter(
      (_, index) => index % 2 === 0 || index === most - 1,
    );
  }

  /** A finger that leaves the canvas draws along its edge. */
  private pointAt({ x, y }: Spot): PenPoint {
    const { width, height } = this.canvas;
    const last = this.drawn.at(-1)?.at(-1)?.t ?? 0;
    return {
      x: within(Math.round(x * UNITS), width),
      y: within(Math.round(y * UNITS), height),
      // A clock that is set back must not make time run backwards.
      t: Math.min(LONGEST_DRAWING, Math.max(last, Math.round(this.now() - (this.beganAt ?? 0)))),
    };
  }
}

const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));

/** How many points of the screen a unit of the drawing is. */
export const POINTS_PER_UNIT = 1 / UNITS;
