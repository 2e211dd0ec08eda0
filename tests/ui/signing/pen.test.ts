import { acceptSignature } from '@domain/offboarding/signature-strokes';
import { Pen } from '@/features/signing/pen';

const clockOf = (...instants: number[]) => {
  let last = 0;
  return () => (last = instants.shift() ?? last);
};

describe('the pen', () => {
  it('records whole units and whole milliseconds from the first touch', () => {
    const pen = new Pen({ width: 300, height: 200 }, clockOf(1000, 1000, 1016.4, 1033.2));
    pen.down({ x: 10.26, y: 20 });
    pen.move({ x: 50.1, y: 20.4 });
    pen.up();
    expect(pen.canvas).toEqual({ width: 600, height: 400 });
    expect(pen.strokes).toEqual([
      [
        { x: 21, y: 40, t: 0 },
        { x: 100, y: 41, t: 16 },
      ],
    ]);
  });

  it('follows the edge when the finger leaves the paper, and time never runs backwards', () => {
    const pen = new Pen({ width: 300, height: 200 }, clockOf(1000, 1000, 900, 1200));
    pen.down({ x: 290, y: 190 });
    pen.move({ x: 400, y: 190 });
    pen.move({ x: 400, y: 260 });
    expect(pen.strokes[0]?.map(({ x, y }) => [x, y])).toEqual([
      [580, 380],
      [600, 380],
      [600, 400],
    ]);
    expect(acceptSignature([pen.strokes[0] ?? []], pen.canvas)).not.toMatchObject({
      refusal: { code: 'signature.invalid' },
    });
  });

  it('takes back the last stroke, or all of them', () => {
    const pen = new Pen({ width: 300, height: 200 });
    pen.down({ x: 1, y: 1 });
    pen.up();
    pen.down({ x: 50, y: 50 });
    pen.undo();
    expect(pen.strokes).toHaveLength(1);
    pen.move({ x: 90, y: 90 });
    expect(pen.strokes).toHaveLength(1);
    pen.clear();
    expect(pen.strokes).toEqual([]);
  });

  it('a long scribble is thinned and never refused, and all of it is there to its end', () => {
    let at = 0;
    const pen = new Pen({ width: 2000, height: 2000 }, () => (at += 16));
    for (let stroke = 0; stroke < 30; stroke += 1) {
      pen.down({ x: stroke * 60, y: 0 });
      for (let n = 0; n < 900; n += 1)
        pen.move({ x: stroke * 60 + 40 * Math.sin(n / 7), y: 1000 + 990 * Math.cos(n / 40) });
      pen.up();
    }
    pen.down({ x: 100, y: 1999 });
    pen.move({ x: 1900, y: 1999 });
    expect(pen.strokes).toHaveLength(31);
    expect(pen.strokes.at(-1)?.at(-1)).toMatchObject({ x: 3800, y: 3998 });
    // Each stroke still begins and ends where it was drawn, and is a line, not a dot.
    for (const [n, stroke] of pen.strokes.slice(0, 30).entries()) {
      expect(stroke[0]).toMatchObject({ x: n * 120, y: 0 });
      expect(stroke.length).toBeGreaterThan(20);
    }
    expect(acceptSignature(pen.strokes, pen.canvas).ok).toBe(true);
    expect(JSON.stringify(pen.strokes).length).toBeLessThan(60 * 1024);
  });

  it('hundreds of dots and an hour at one name stay within what the server takes', () => {
    let at = 0;
    const pen = new Pen({ width: 300, height: 200 }, () => (at += 9_000));
    for (let n = 0; n < 400; n += 1) {
      pen.down({ x: n % 300, y: 10 });
      pen.move({ x: (n + 90) % 300, y: 190 });
      pen.up();
    }
    expect(pen.strokes).toHaveLength(200);
    expect(Math.max(...pen.strokes.flat().map(({ t }) => t))).toBe(600_000);
    expect(acceptSignature(pen.strokes, pen.canvas).ok).toBe(true);
  });
});
