import qrcode from 'qrcode-generator';
import { INK } from './sheet';

/** Rows of modules, true where dark; damage to a seventh of them does not matter (level M). */
export function modulesOf(text: string): readonly (readonly boolean[])[] {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (_, column) => code.isDark(row, column)),
  );
}

/** A QR code as vector squares, a run of dark modules at a time; what is around it must stay white. */
export function drawQr(pdf: PDFKit.PDFDocument, text: string, x: number, y: number, size: number): void {
  const rows = modulesOf(text);
  const module = size / rows.length;
  rows.forEach((row, index) => {
    for (let from = 0; from < row.length; from += 1) {
      if (!row[from]) continue;
      let to = from;
      while (row[to]) to += 1;
      pdf.rect(x + from * module, y + index * module, (to - from) * module, module);
      from = to;
    }
  });
  pdf.fill(INK);
}
