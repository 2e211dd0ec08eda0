import { signaturePath } from '@domain/offboarding/signature-strokes';
import type { SignatureParty } from './paper';
import { INK, PAGE, RULE, SIZE, SOFT, TEXT_WIDTH } from './sheet';
import type { Sheet } from './sheet';

const GAP = 28;
const BOX = { height: 44, below: 42 } as const;

const LEVEL = {
  basic: '签名级别：基础电子签名，不等同于手写签名',
  reliable: '签名级别：可靠电子签名，见服务商的签署记录',
} as const;

/** Two beside each other; the strokes as a pen's line above the name, never as a picture. */
export function drawSignatures(sheet: Sheet, parties: readonly SignatureParty[]): void {
  const width = (TEXT_WIDTH - GAP) / 2;
  for (let index = 0; index < parties.length; index += 2) {
    sheet.need(18 + BOX.height + BOX.below);
    parties.slice(index, index + 2).forEach((party, side) => {
      drawParty(sheet, party, PAGE.left + side * (width + GAP), width);
    });
    sheet.y += 18 + BOX.height + BOX.below;
  }
}

function drawParty(sheet: Sheet, { role, name, signed }: SignatureParty, x: number, width: number): void {
  const top = sheet.y;
  const whose = { size: SIZE.table, colour: SOFT };
  sheet.draw(sheet.oneLine(`${role}（签名）：${name}`, width, whose), x, top);
  const box = { x: x + 4, y: top + 20, width: width - 8, height: BOX.height - 6 };
  if (signed && signed.strokes.length > 0)
    sheet.pdf
      .path(signaturePath(signed.strokes, box))
      .lineWidth(1.3)
      .lineCap('round')
      .lineJoin('round')
      .strokeColor(INK)
      .stroke();
  const line = top + 18 + BOX.height;
  sheet.rule(line, RULE, x, x + width);
  sheet.textAt(signed ? `签署时间：${signed.at}` : '签署时间：', x, line + 4, width, {
    size: SIZE.fine,
    colour: SOFT,
  });
  if (signed) sheet.textAt(LEVEL[signed.level], x, line + 16, width, { size: SIZE.foot, colour: SOFT });
}
