import { ok, refuse } from '@domain/result';
import type { Refusal, Result } from '@domain/result';
import { drawPaper } from './draw-paper';
import { textsOf } from './paper';
import type { Paper } from './paper';
import type { Typeface } from './typeface';

export type UnprintableCharacter = Refusal<
  'document.missing-glyph',
  {
    readonly character: string;
    /** 'U+1F600': for characters that nobody can see. */
    readonly codePoint: string;
    /** The field that holds it, in Chinese. */
    readonly where: string;
  }
>;

/** The PDF of a paper; refused, naming the character, when the font cannot draw one: a gap in a name is worse than no paper. */
export async function makePdf(
  paper: Paper,
  typeface: Typeface,
): Promise<Result<Buffer, UnprintableCharacter>> {
  for (const { where, text } of textsOf(paper)) {
    const character = [...text].find((one) => one !== '\n' && !typeface.draws(one));
    if (character !== undefined)
      return refuse('document.missing-glyph', { character, codePoint: codePointText(character), where });
  }
  return ok(await drawPaper(paper, typeface));
}

const codePointText = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
