import { execFileSync } from 'node:child_process';

/** A page as poppler draws it: 0 is black, 255 is white. */
export interface Page {
  readonly width: number;
  readonly height: number;
  /** Whether the pixel is clearly darker than paper. */
  isInk(x: number, y: number): boolean;
}

export const DPI = 108;
/** Pixels a point. */
const SCALE = DPI / 72;

/** Every page of a PDF as pixels (pdftoppm). */
export function pagesOf(pdf: Buffer, dotsPerInch: number = DPI): readonly Page[] {
  const output = execFileSync('pdftoppm', ['-gray', '-r', String(dotsPerInch), '-'], {
    input: pdf,
    maxBuffer: 256 * 1024 * 1024,
  });
  const pages: Page[] = [];
  for (let at = 0; at < output.length;) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(output.toString('latin1', at, at + 40));
    if (!head) throw new Error('pdftoppm gave no picture');
    const [width, height] = [Number(head[1]), Number(head[2])];
    const pixels = output.subarray(at + head[0].length, at + head[0].length + width * height);
    pages.push({ width, height, isInk: (x, y) => (pixels[y * width + x] ?? 255) < 170 });
    at += head[0].length + width * height;
  }
  return pages;
}

/** A box in points from the top left, as the text layer says where something should be. */
export interface Box {
  readonly text: string;
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

/** Where the text layer says that words are (pdftotext -bbox), page by page. It says nothing of whether they can be seen. */
export function wordsOf(pdf: Buffer): readonly (readonly Box[])[] {
  const xml = execFileSync('pdftotext', ['-bbox', '-', '-'], { input: pdf }).toString();
  return xml
    .split('<page ')
    .slice(1)
    .map((page) =>
      [
        ...page.matchAll(
          /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g,
        ),
      ].map(([, xMin, yMin, xMax, yMax, text]) => ({
        text: text ?? '',
        xMin: Number(xMin),
        yMin: Number(yMin),
        xMax: Number(xMax),
        yMax: Number(yMax),
      })),
    );
}

/** Dark pixels inside the box. */
export function inkIn(page: Page, { xMin, yMin, xMax, yMax }: Omit<Box, 'text'>): number {
  let ink = 0;
  for (let y = Math.floor(yMin * SCALE); y < yMax * SCALE; y += 1)
    for (let x = Math.floor(xMin * SCALE); x < xMax * SCALE; x += 1) if (page.isInk(x, y)) ink += 1;
  return ink;
}

/** The boxes of single characters where a word is all Han, which are all as wide as each other. */
export function cellsOf(word: Box): readonly Box[] {
  const characters = [...word.text];
  if (!characters.every((character) => /\p{Script=Han}/u.test(character))) return [word];
  const width = (word.xMax - word.xMin) / characters.length;
  return characters.map((text, index) => ({
    ...word,
    text,
    xMin: word.xMin + index * width,
    xMax: word.xMin + (index + 1) * width,
  }));
}

/** Characters that the text layer holds and nobody can see; 一 has the least ink of all. */
export function blankCharactersOf(pdf: Buffer): readonly string[] {
  const pages = pagesOf(pdf);
  const words = wordsOf(pdf);
  return words.flatMap((onPage, index) =>
    onPage.flatMap(cellsOf).flatMap((cell) => {
      const page = pages[index];
      return page && inkIn(page, cell) >= 3 ? [] : [cell.text];
    }),
  );
}
