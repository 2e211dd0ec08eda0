import fc from 'fast-check';
import { fenOfYuan } from '@domain/offboarding/yuan-input';
import { yuanText } from '@domain/offboarding/yuan-text';

it.each([
  ['1234.5', 123_450],
  ['12,345.67', 1_234_567],
  ['0.1', 10],
  ['1.15', 115],
  ['4.35', 435],
  ['¥ 8000 元', 800_000],
  ['１２．３０', 1_230],
  ['0', 0],
  ['100000000', 10_000_000_000],
  ['12.', 1_200],
])('%s yuan is %d 分', (typed, fen) => expect(fenOfYuan(typed)).toEqual({ ok: true, value: fen }));

it.each([
  ['', 'blank'],
  [' 元 ', 'blank'],
  ['-5', 'negative'],
  ['－5', 'negative'],
  ['1.234', 'more than two decimals'],
  ['1,23', 'not a number'],
  ['1e3', 'not a number'],
  ['五百', 'not a number'],
  ['1.2.3', 'not a number'],
  ['.5', 'not a number'],
  ['100000000.01', 'too large'],
  ['9'.repeat(40), 'too large'],
])('%p is no amount: %s', (typed, why) =>
  expect(fenOfYuan(typed)).toMatchObject({ refusal: { code: 'yuan.invalid', facts: { why } } }),
);

it('whatever is shown can be typed again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (fen) => {
      const read = fenOfYuan(yuanText(fen));
      return read.ok && read.value === fen;
    }),
  );
});
