import { create } from 'fontkit';

/** The one font of every document: a whole TrueType font, so that no name meets a gap that a reduced font has. */
export interface Typeface {
  readonly bytes: Buffer;
  /** Whether the font can draw the character. */
  draws(character: string): boolean;
  /** How far the pen moves for the character, as a share of the size. */
  widthOf(character: string): number;
}

/** Parses the font's tables once; keep the value for the life of the function instance. */
export function typefaceOf(bytes: Buffer): Typeface {
  const font = create(bytes);
  const widths = new Map<string, number>();
  const codePoint = (character: string): number => character.codePointAt(0) ?? 0;
  return {
    bytes,
    draws: (character) => font.hasGlyphForCodePoint(codePoint(character)),
    widthOf(character) {
      let width = widths.get(character);
      if (width === undefined) {
        // A glyph's own width would first read its outline.
        const { id } = font.glyphForCodePoint(codePoint(character));
        width =
          (font.hmtx.metrics.get(Math.min(id, font.hmtx.metrics.length - 1))?.advance ?? 0) / font.unitsPerEm;
        widths.set(character, width);
      }
      return width;
    },
  };
}
