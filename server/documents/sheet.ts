import PDFDocument from 'pdfkit';
import { breakLines } from './break-lines';
import type { Line } from './break-lines';
import { setPlainly } from './set-plainly';
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
const SMALLER = [0.9, 0.8, 0.7, 0.6, 0.5];
/** The font's own line, of its size: where the pen's baseline lies in it. */
const FONT_LINE = 1.448;

export interface TextStyle {
  readonly size: number;
  readonly colour?: string;
  /** Drawn with a hairline around it: the one font has one weight. */
  readonly strong?: boolean;
  /** 'both': lines are stretched to the full width, the last one of a paragraph is not. */
  readonly align?: 'left' | 'right' | 'center' | 'both';
  readonly indent?: number;
  /** Points between characters. */
  readonly tracking?: number;
  /** Height of a line, of its size. */
  readonly leading?: number;
}

/** A text broken into lines, ready to be drawn. */
export interface SetText {
  readonly lines: readonly Line[];
  readonly height: number;
  readonly width: number;
  readonly style: TextStyle;
}

/** A PDF being written from top to bottom, a new page whenever the next thing does not fit. */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  y: number = PAGE.top;

  constructor(
    private readonly typeface: Typeface,
    info: PDFKit.DocumentInfo,
  ) {
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      info,
      // No standard font: it would be listed in the file without being used.
      font: null as unknown as string,
    });
    this.pdf.registerFont('text', typeface.bytes);
    this.pdf.font('text');
    setPlainly(this.pdf, typeface);
  }

  /** Moves to a new page unless so many points are left on this one. Says whether it did. */
  need(points: number): boolean {
    if (this.y + points <= LOWEST) return false;
    this.pdf.addPage();
    this.y = PAGE.top;
    return true;
  }

  set(text: string, width: number, style: TextStyle): SetText {
    const { size, tracking = 0, indent = 0, leading = LEADING } = style;
    const widthOf = (character: string) => this.typeface.widthOf(character) * size + tracking;
    const lines = breakLines(text, width + tracking, indent, widthOf);
    return { lines, height: lines.length * size * leading, width, style };
  }

  draw({ lines, width, style }: SetText, x: number, y: number): void {
    const { size, leading = LEADING, indent = 0 } = style;
    lines.forEach((line, index) => {
      const shift = index === 0 ? indent : 0;
      const top = y + index * size * leading + (size * (leading - FONT_LINE)) / 2;
      this.drawLine(line, x + shift, top, width - shift, style);
    });
  }

  private drawLine(line: Line, x: number, y: number, width: number, style: TextStyle): void {
    const { size, colour = INK, strong = false, align = 'left', tracking = 0 } = style;
    if (line.text === '') return;
    const slack = width - line.width + tracking;
    const gaps = [...line.text].length - 1;
    const stretch = align === 'both' && !line.isLast && gaps > 0 ? slack / gaps : 0;
    const left = align === 'right' ? x + slack : align === 'center' ? x + slack / 2 : x;
    this.pdf.fontSize(size).fillColor(colour);
    if (strong) this.pdf.strokeColor(colour).lineWidth(size / 40);
    this.pdf.text(line.text, left, y, {
      lineBreak: false,
      characterSpacing: tracking + stretch,
      fill: true,
      stroke: strong,
    });
  }

  /** A text that must stay on one line is set as small as that takes. */
  oneLine(text: string, width: number, style: TextStyle): SetText {
    const size = [style.size, ...SMALLER.map((share) => share * style.size)].find(
      (one) => this.set(text, width, { ...style, size: one }).lines.length === 1,
    );
    return this.set(text, width, { ...style, size: size ?? style.size / 2 });
  }

  /** One text at one place; returns its height. */
  textAt(text: string, x: number, y: number, width: number, style: TextStyle): number {
    const set = this.set(text, width, style);
    this.draw(set, x, y);
    return set.height;
  }

  /** A text over the whole width, a page at a time if it must. */
  paragraph(text: string, style: TextStyle, after: number): void {
    const set = this.set(text, TEXT_WIDTH, style);
    const { size, leading = LEADING } = style;
    set.lines.forEach((line, index) => {
      this.need(size * leading);
      const first = { ...style, indent: index === 0 ? (style.indent ?? 0) : 0 };
      this.draw({ ...set, lines: [line], style: first }, PAGE.left, this.y);
      this.y += size * leading;
    });
    this.y += after;
  }

  rule(
    y: number,
    colour: string = RULE,
    from: number = PAGE.left,
    to: number = PAGE.width - PAGE.right,
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
