import { create } from 'fontkit';

/** The one font of every document: a whole TrueType font, so that no name meets a gap that a reduced font has. */
export interface Typeface {
  readonly bytes: Buffer;
  /** The first character of the text that the font cannot draw; null when it draws them all. */
  firstMissing(text: string): string | null;
}

/** Parses the font's tables once; keep the value for the life of the function instance. */
export function typefaceOf(bytes: Buffer): Typeface {
  const font = create(bytes);
  const known = new Map<number, boolean>();
  const draws = (codePoint: number): boolean => {
    let answer = known.get(codePoint);
    if (answer === undefined) known.set(codePoint, (answer = font.hasGlyphForCodePoint(codePoint)));
    return answer;
  };
  return {
    bytes,
    firstMissing: (text) => {
      for (const character of text)
        if (character !== '\n' && !draws(character.codePointAt(0) ?? 0)) return character;
      return null;
    },
  };
}
