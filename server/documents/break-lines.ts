/** One line of a text, without the space at its end. */
export interface Line {
  readonly text: string;
  /** In the unit of the width that was given. */
  readonly width: number;
  /** The last of its paragraph: never stretched. */
  readonly isLast: boolean;
}

/** May not begin a line, so they stay with what is before them. */
const CLOSING = new Set('，。、；：？！）》」』】〉〕”’…—·％,.;:?!)]}%/');
/** May not end a line, so they stay with what comes after them. */
const OPENING = new Set('（《「『【〈〔“‘([{¥#');
/** Letters and digits of a word, a number, a date or a digest keep together. */
const WORD = /[\p{Script=Latin}\p{Nd}@_+\-]/u;

/**
 * Breaks a text into lines as Chinese is set: between any two characters, but no line begins with a closing mark or
 * ends with an opening one, and words and numbers stay whole unless one alone is wider than a line.
 * `widthOf` gives the width of one character; the first line is shorter by `indent`.
 */
export function breakLines(
  text: string,
  width: number,
  indent: number,
  widthOf: (character: string) => number,
): readonly Line[] {
  const measure = (piece: string) => [...piece].reduce((sum, character) => sum + widthOf(character), 0);
  return text.split('\n').flatMap((paragraph, index) => {
    const lines: Line[] = [];
    let line = '';
    let used = 0;
    const room = () => (lines.length === 0 && index === 0 ? width - indent : width);
    const flush = (isLast: boolean) => {
      const kept = line.trimEnd();
      lines.push({ text: kept, width: measure(kept), isLast });
      line = '';
      used = 0;
    };
    for (const unit of unitsOf(paragraph)) {
      const wide = measure(unit);
      if (used + measure(unit.trimEnd()) > room() && line !== '') flush(false);
      if (measure(unit.trimEnd()) <= room()) {
        line += unit;
        used += wide;
        continue;
      }
      for (const character of unit) {
        if (used + widthOf(character) > room() && line !== '') flush(false);
        line += character;
        used += widthOf(character);
      }
    }
    flush(true);
    return lines;
  });
}

/** Pieces that are never broken; a space belongs to what is before it. */
function unitsOf(text: string): readonly string[] {
  const units: string[] = [];
  let current = '';
  let before = '';
  for (const character of text) {
    const joins =
      current === '' ||
      character === ' ' ||
      CLOSING.has(character) ||
      OPENING.has(before) ||
      (WORD.test(before) && WORD.test(character)) ||
      isInsideNumber(before, character);
    if (!joins) {
      units.push(current);
      current = '';
    }
    current += character;
    before = character;
  }
  return current === '' ? units : [...units, current];
}

/** '12,345.67', '09:30', 'v1.2': marks inside keep it whole. */
const isInsideNumber = (before: string, after: string): boolean =>
  (before === '.' || before === ',' || before === ':') && /\d/.test(after);
