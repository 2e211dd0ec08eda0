import fc from 'fast-check';
import { breakLines } from '@server/documents/break-lines';

/** Han and Chinese marks are one wide, everything else half. */
const widthOf = (character: string): number => (/[\u2e80-\uffef]/.test(character) ? 1 : 0.5);
const lines = (text: string, width: number, indent = 0): readonly string[] =>
  breakLines(text, width, indent, widthOf).map((line) => line.text);

it('breaks Chinese anywhere between two characters', () => {
  expect(lines('兹证明张三已办结交接', 4)).toEqual(['兹证明张', '三已办结', '交接']);
});

it('leaves room for an indent in the first line only', () => {
  expect(lines('兹证明张三已办结交接', 4, 2)).toEqual(['兹证', '明张三已', '办结交接']);
});

it('begins no line with a closing mark and ends none with an opening one', () => {
  expect(lines('甲乙丙丁，戊己', 4)).toEqual(['甲乙丙', '丁，戊己']);
  expect(lines('甲乙丙《劳动合同法》', 4)).toEqual(['甲乙丙', '《劳动合', '同法》']);
});

it.each([
  ['金额 12,345.67 元', 5, ['金额', '12,345.67', '元']],
  ['于2026年11月21日解除', 4, ['于2026年', '11月21日', '解除']],
  ['时间 09:30 到', 4, ['时间', '09:30 到']],
  ['见 contract-2026 扫描', 7, ['见', 'contract-2026', '扫描']],
  ['共享盘/销售/合同', 5, ['共享盘/销', '售/合同']],
])('keeps words and numbers of %p together', (text, width, expected) => {
  expect(lines(text, width)).toEqual(expected);
});

it('breaks inside a word only when it is wider than a whole line', () => {
  expect(lines('0123456789', 2)).toEqual(['0123', '4567', '89']);
});

it('keeps the paragraphs that were written, empty ones too', () => {
  expect(breakLines('甲\n\n乙', 4, 0, widthOf)).toEqual([
    { text: '甲', width: 1, isLast: true },
    { text: '', width: 0, isLast: true },
    { text: '乙', width: 1, isLast: true },
  ]);
});

describe('laws', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'甲乙丙丁，。（）《》 abc12.,:/-\n'),
    maxLength: 60,
  });
  const width = fc.integer({ min: 6, max: 20 });

  it('no character is lost or made up', () => {
    fc.assert(
      fc.property(text, width, (given, wide) => {
        const written = lines(given, wide).join('').replace(/ /g, '');
        return written === given.replace(/[ \n]/g, '');
      }),
    );
  });

  it('no line is wider than the room that it has', () => {
    fc.assert(
      fc.property(text, width, fc.integer({ min: 0, max: 3 }), (given, wide, indent) =>
        breakLines(given, wide, indent, widthOf).every(
          (line, index) => line.width <= wide - (index === 0 ? indent : 0),
        ),
      ),
    );
  });
});
