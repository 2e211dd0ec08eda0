import type { Typeface } from './typeface';

/** As much of a glyph as pdfkit asks for. */
interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

interface Run {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly Position[];
  readonly advanceWidth: number;
}

interface Position {
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  readonly advanceWidth: number;
}

/** What pdfkit 0.10 keeps of the font in use; it is not part of its public face. */
interface FontInUse {
  readonly font: {
    readonly unitsPerEm: number;
    glyphForCodePoint(codePoint: number): { readonly id: number };
  };
  layoutRun(text: string): Run;
}

/** Units of pdfkit's positions: a thousand to the size. */
const PER_SIZE = 1000;

/**
 * Sets one glyph a character, without kerning and ligatures: Chinese needs neither, lines come out exactly as wide as
 * they were measured, and shaping every line would take as long as all the rest of a paper.
 */
export function setPlainly(pdf: PDFKit.PDFDocument, typeface: Typeface): void {
  const { _font } = pdf as unknown as { readonly _font: FontInUse };
  const { font } = _font;
  const glyphs = new Map<string, Glyph>();
  const glyphOf = (character: string): Glyph => {
    const known = glyphs.get(character);
    if (known) return known;
    const codePoint = character.codePointAt(0) ?? 0;
    const { id } = font.glyphForCodePoint(codePoint);
    const advanceWidth = typeface.widthOf(character) * font.unitsPerEm;
    const glyph = { id, advanceWidth, codePoints: [codePoint] };
    glyphs.set(character, glyph);
    return glyph;
  };
  _font.layoutRun = (text) => {
    const run = [...text].map(glyphOf);
    const positions = run.map(({ advanceWidth }): Position => {
      const width = (advanceWidth / font.unitsPerEm) * PER_SIZE;
      return { xAdvance: width, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: width };
    });
    return {
      glyphs: run,
      positions,
      advanceWidth: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0),
    };
  };
}
