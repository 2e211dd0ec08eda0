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

  it('stops when the drawing says enough, before the server would refuse it', () => {
    const pen = new Pen({ width: 300, height: 200 });
    pen.down({ x: 0, y: 0 });
    for (let n = 0; n < 5000; n += 1) pen.move({ x: n % 2 === 0 ? 300 : 0, y: n % 200 });
    expect(pen.strokes.flat().length).toBe(1500);
    expect(JSON.stringify(pen.strokes).length).toBeLessThan(64 * 1024);
  });
});
