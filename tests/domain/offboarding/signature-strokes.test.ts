import fc from 'fast-check';
import { MOST_POINTS, acceptSignature, signaturePath } from '@domain/offboarding/signature-strokes';
import type { Stroke } from '@domain/offboarding/signature-strokes';

const canvas = { width: 600, height: 300 };
const stroke = (...points: [number, number][]): Stroke =>
  points.map(([x, y], index) => ({ x, y, t: index * 16 }));
const later = (one: Stroke, ms: number): Stroke => one.map((point) => ({ ...point, t: point.t + ms }));
const NAME = [stroke([100, 100], [150, 160], [220, 120]), later(stroke([240, 90], [240, 200]), 500)];
const codeOf = (strokes: readonly Stroke[]) => {
  const answer = acceptSignature(strokes, canvas);
  return answer.ok ? 'accepted' : answer.refusal.code;
};

describe('a signature', () => {
  it.each([
    ['two strokes', NAME],
    ['one long stroke', [stroke([50, 150], [250, 150])]],
  ])('of %s is accepted as it was drawn', (_, strokes) => {
    expect(acceptSignature(strokes, canvas)).toEqual({ ok: true, value: strokes });
  });

  it.each([
    ['nothing', []],
    ['empty strokes', [[], []]],
    ['two taps', [stroke([10, 10]), later(stroke([90, 90]), 9)]],
    ['two specks', [stroke([10, 10], [12, 12]), later(stroke([90, 90], [91, 92]), 99)]],
    ['a slip of the finger', [stroke([10, 10], [60, 30])]],
  ])('of %s is blank', (_, strokes) => {
    expect(codeOf(strokes)).toBe('signature.blank');
  });

  it.each([
    ['floats', [stroke([1.5, 2], [300, 40])], 'not whole numbers'],
    ['NaN', [stroke([Number.NaN, 2], [300, 40])], 'not whole numbers'],
    ['points outside', [stroke([-1, 2], [300, 40])], 'outside the canvas'],
    ['points below', [stroke([1, 2], [300, 301])], 'outside the canvas'],
    [
      'time running backwards',
      [later(stroke([1, 2], [300, 40]), 100), stroke([1, 2], [300, 40])],
      'time runs backwards',
    ],
  ])('with %s is refused', (_, strokes, reason) => {
    expect(acceptSignature(strokes, canvas)).toMatchObject({
      refusal: { code: 'signature.invalid', facts: { reason } },
    });
  });

  it('of very many points is refused before it is looked at', () => {
    const long = Array.from({ length: MOST_POINTS + 1 }, (_, t) => ({ x: t % 600, y: 5, t }));
    expect(codeOf([long])).toBe('signature.too-large');
  });
});

describe('on paper', () => {
  const box = { x: 40, y: 500, width: 120, height: 36 };

  it('is one path that begins at each stroke', () => {
    expect(signaturePath([stroke([0, 0], [100, 0], [100, 30])], { x: 0, y: 0, width: 100, height: 30 })).toBe(
      'M 0 0 Q 100 0 100 15 L 100 30',
    );
    expect(signaturePath(NAME, box).match(/M/g)).toHaveLength(2);
  });

  it('fills the box and never leaves it, whatever was drawn', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 300 }));
    const strokes = fc.array(fc.array(point, { minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(strokes, (drawn) => {
        const path = signaturePath(
          drawn.map((points) => stroke(...points)),
          box,
        );
        const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
        const xs = numbers.filter((_, index) => index % 2 === 0);
        const ys = numbers.filter((_, index) => index % 2 === 1);
        return (
          Math.min(...xs) >= 39.99 &&
          Math.max(...xs) <= 160.01 &&
          Math.min(...ys) >= 499.99 &&
          Math.max(...ys) <= 536.01
        );
      }),
    );
  });
});
