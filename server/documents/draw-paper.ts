import { checkLink } from './check-link';
import { digestText } from './digest-text';
import { drawQr } from './draw-qr';
import { drawSignatures } from './draw-signatures';
import { drawTable } from './draw-table';
import type { Block, Paper } from './paper';
import { ACCENT, INK, LOWEST, PAGE, Sheet, SIZE, SOFT, TEXT_WIDTH } from './sheet';
import type { Typeface } from './typeface';

/** What the seal of every page says; a self-signed certificate proves no identity (docs/documents.md). */
const SEAL_NOTE = '数字签名只证明文件自签发后未被改动，不证明签署人的身份。';

/** Draws a paper whose characters have all been checked. */
export function drawPaper(paper: Paper, typeface: Typeface): Promise<Buffer> {
  const made = new Date(paper.madeAt);
  const sheet = new Sheet(typeface, {
    Title: paper.title,
    Author: paper.organisation,
    Subject: paper.number,
    Creator: 'Zhoudao',
    Producer: 'Zhoudao',
    CreationDate: made,
    ModDate: made,
  });
  const { pdf } = sheet;
  sheet.textAt(paper.title, PAGE.left, sheet.y, TEXT_WIDTH, {
    size: SIZE.title,
    align: 'center',
    tracking: 3,
    strong: true,
  });
  sheet.y += 58;
  for (const block of paper.blocks) drawBlock(sheet, block);

  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    drawLetterhead(sheet, paper);
    drawFoot(sheet, paper, page + 1, count);
  }
  return sheet.bytes();
}

function drawBlock(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case 'paragraph':
      return sheet.paragraph(
        block.text,
        { size: SIZE.body, align: 'both', indent: block.indent === false ? 0 : SIZE.body * 2 },
        6,
      );
    case 'heading':
      sheet.need(64);
      sheet.y += 8;
      return sheet.paragraph(block.text, { size: SIZE.heading, colour: ACCENT, strong: true }, 4);
    case 'note':
      return sheet.paragraph(
        block.text,
        { size: SIZE.table - 0.5, colour: SOFT, align: 'both', leading: 1.6 },
        6,
      );
    case 'fields':
      return drawFields(sheet, block.rows);
    case 'table':
      return drawTable(sheet, block);
    case 'closing':
      return drawClosing(sheet, block.lines);
    case 'signatures':
      sheet.y += 14;
      return drawSignatures(sheet, block.parties);
  }
}

const LABEL_WIDTH = 112;

function drawFields(sheet: Sheet, rows: readonly (readonly [string, string])[]): void {
  const style = { size: SIZE.body, leading: 1.6 } as const;
  for (const [label, value] of rows) {
    const left = sheet.set(label, LABEL_WIDTH - 12, { ...style, colour: SOFT });
    const right = sheet.set(value, TEXT_WIDTH - LABEL_WIDTH, style);
    const height = Math.max(left.height, right.height) + 11;
    sheet.need(height);
    sheet.draw(left, PAGE.left, sheet.y + 5);
    sheet.draw(right, PAGE.left + LABEL_WIDTH, sheet.y + 5);
    sheet.y += height;
    sheet.rule(sheet.y);
  }
  sheet.y += 16;
}

function drawClosing(sheet: Sheet, lines: readonly string[]): void {
  sheet.need(46 + lines.length * 22);
  sheet.y += 46;
  for (const line of lines) {
    sheet.textAt(line, PAGE.left, sheet.y, TEXT_WIDTH, { size: SIZE.body, align: 'right' });
    sheet.y += 22;
  }
  sheet.y += 10;
}

const NUMBER_WIDTH = 150;

function drawLetterhead(sheet: Sheet, { organisation, number }: Paper): void {
  const y = 52;
  const name = sheet.oneLine(organisation, TEXT_WIDTH - NUMBER_WIDTH, {
    size: 10,
    colour: ACCENT,
    strong: true,
  });
  const ownNumber = sheet.oneLine(number, NUMBER_WIDTH, { size: 8.5, colour: SOFT, align: 'right' });
  sheet.draw(name, PAGE.left, y);
  sheet.draw(ownNumber, PAGE.width - PAGE.right - NUMBER_WIDTH, y + 1);
  sheet.rule(y + 22, ACCENT);
}

/** The check's QR code at the right of every foot, with room around it as scanners need. */
const QR = { size: 44, room: 12 } as const;
const PAGES_WIDTH = 90;

function drawFoot(sheet: Sheet, paper: Paper, page: number, pages: number): void {
  const { anchor, checkCode, number, verifyPage } = paper;
  const y = LOWEST + 22;
  const right = PAGE.width - PAGE.right - QR.size;
  const width = right - QR.room - PAGE.left;
  const foot = { size: SIZE.foot, colour: SOFT, leading: 1.5 } as const;
  sheet.rule(y);
  const lines = [
    ...(checkCode === null
      ? []
      : [
          `在小程序「验证文件」里扫右边的二维码，或输入编号 ${number} 和验证码 ${digestText(checkCode)}，可查真伪`,
        ]),
    ...(anchor
      ? [`存证锚点 ${anchor.count}:${digestText(anchor.head)}`, `存证公钥编号 ${anchor.keyId}`]
      : []),
  ];
  lines.forEach((line, index) => {
    sheet.draw(sheet.oneLine(line, width, foot), PAGE.left, y + 6 + index * 11.5);
  });
  const last = y + 6 + lines.length * 11.5;
  sheet.draw(sheet.oneLine(SEAL_NOTE, width - PAGES_WIDTH, foot), PAGE.left, last);
  sheet.textAt(`第 ${page} 页，共 ${pages} 页`, right - QR.room - PAGES_WIDTH, last, PAGES_WIDTH, {
    ...foot,
    colour: INK,
    align: 'right',
  });
  if (checkCode !== null)
    drawQr(sheet.pdf, checkLink({ number, code: checkCode }, verifyPage), right, y + 7, QR.size);
}
