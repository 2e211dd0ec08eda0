/** What is used of fontkit, which ships without types. */
declare module 'fontkit' {
  interface Font {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly id: number };
    /** Widths by glyph; the glyphs after the last share its width. */
    readonly hmtx: {
      readonly metrics: {
        readonly length: number;
        get(index: number): { readonly advance: number } | undefined;
      };
    };
  }
  export function create(font: Buffer): Font;
}
