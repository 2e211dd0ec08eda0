import PDFDocument from 'pdfkit';
import type { Typeface } from './typeface';

/** The page: A4 in points, quiet margins, one accent. */
export const PAGE = { width: 595.28, height: 841.89, left: 68, right: 68, top: 108, bottom: 92 } as const;
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const LOWEST = PAGE.height - PAGE.bottom;

export const INK = '#1d2726';
export const SOFT = '#5d6b69';
export const RULE = '#c8d2d0';
export const ACCENT = '#0d5c54';

export const SIZE = { title: 21, heading: 12, body: 11, table: 9.5, fine: 7.5, foot: 7 } as const;
const LEADING = 1.72;

export interface TextStyle {
  readonly size: number;
  readonly colour?: string;
  /** Drawn with a hairline around it: the one font has one weight. */
  readonly strong?: boolean;
  readonly align?: 'left' | 'right' | 'center';
  readonly indent?: number;
  readonly tracking?: number;
  readonly leading?: number;
}

/** A PDF being written from top to bottom, a new page whenever the next thing does not fit. */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  y: number = PAGE.top;

  constructor(typeface: Typeface, info: PDFKit.DocumentInfo) {
    this.pdf = new PDFDocument({
      size: 'A4',
      margins: { left: PAGE.left, right: PAGE.right, top: PAGE.top, bottom: 0 },
      bufferPages: true,
      info,
      // No standard font: each would be listed in the file without being used.
      font: null as unknown as string,
    });
    this.pdf.registerFont('text', typeface.bytes);
    this.pdf.font('text');
  }

  /** Moves to a new page unless so many points are left on this one. */
  need(points: number): void {
    if (this.y + points <= LOWEST) return;
    this.pdf.addPage();
    this.y = PAGE.top;
  }

  /** Like need, for a text: measured only where a guess that is surely too high does not fit, because measuring costs as much as drawing. */
  needFor(text: string, width: number, style: TextStyle, around = 0): void {
    if (this.y + atMost(text, width, style) + around > LOWEST)
      this.need(this.heightOf(text, width, style) + around);
  }

  /** Height of a text in a box of this width. */
  heightOf(text: string, width: number, style: TextStyle): number {
    this.pdf.fontSize(style.size);
    return this.pdf.heightOfString(text === '' ? ' ' : text, { width, ...optionsOf(style) });
  }

  /** Draws text in a box, wherever the pen is; returns its height. */
  textAt(text: string, x: number, y: number, width: number, style: TextStyle): number {
    const { size, colour = INK, strong = false } = style;
    this.pdf.fontSize(size).fillColor(colour);
    if (strong) this.pdf.strokeColor(colour).lineWidth(size / 40);
    this.pdf.text(text === '' ? ' ' : text, x, y, { width, ...optionsOf(style), fill: true, stroke: strong });
    return this.pdf.y - y;
  }

  /** A paragraph over the whole width; each of its lines stays on one page. */
  paragraph(text: string, style: TextStyle, after: number): void {
    for (const line of text.split('\n')) {
      this.needFor(line, TEXT_WIDTH, style);
      this.y += this.textAt(line, PAGE.left, this.y, TEXT_WIDTH, style);
    }
    this.y += after;
  }

  rule(
    y: number,
    from: number = PAGE.left,
    to: number = PAGE.width - PAGE.right,
    colour: string = RULE,
  ): void {
    this.pdf.moveTo(from, y).lineTo(to, y).lineWidth(0.6).strokeColor(colour).stroke();
  }

  /** The finished file. */
  bytes(): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const parts: Buffer[] = [];
      this.pdf.on('data', (part: Buffer) => parts.push(part));
      this.pdf.on('end', () => resolve(Buffer.concat(parts)));
      this.pdf.on('error', reject);
      this.pdf.end();
    });
  }
}

const optionsOf = ({ size, align = 'left', indent = 0, tracking = 0, leading = LEADING }: TextStyle) => ({
  align,
  indent,
  characterSpacing: tracking,
  // The font's own line is 1.448 of its size.
  lineGap: size * (leading - 1.448),
});

/** No glyph is wider than the size, and breaking before punctuation costs less than a line. */
const atMost = (text: string, width: number, { size, indent = 0, leading = LEADING }: TextStyle): number =>
  (Math.ceil((text.length * size + indent) / (width - 2 * size)) + text.split('\n').length) * size * leading;
