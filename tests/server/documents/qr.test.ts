import { checkLink } from '@server/documents/check-link';
import { modulesOf } from '@server/documents/draw-qr';
import { makePdf } from '@server/documents/make-pdf';
import type { Paper } from '@server/documents/paper';
import { LOWEST, PAGE } from '@server/documents/sheet';
import { printedIn } from '@/features/verify/printed';
import { type Page, pagesOf, wordsOf } from './pixels';
import { SAMPLES } from './sample-papers';
import { NOTO } from './typeface';

const DOTS_PER_INCH = 300;
const SCALE = DOTS_PER_INCH / 72;

async function pageOf(paper: Paper): Promise<{ readonly pdf: Buffer; readonly page: Page }> {
  const made = await makePdf(paper, NOTO);
  if (!made.ok) throw new Error(made.refusal.code);
  const [page] = pagesOf(made.value, DOTS_PER_INCH);
  if (!page) throw new Error('no page');
  return { pdf: made.value, page };
}

/** The square of ink in the right corner of the foot, as a scanner would find it: its outermost dark pixels. */
function squareIn(page: Page) {
  const from = {
    x: Math.round((PAGE.width - PAGE.right - 54) * SCALE),
    y: Math.round((LOWEST + 24) * SCALE),
  };
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (let y = from.y; y < page.height; y += 1)
    for (let x = from.x; x < page.width; x += 1) {
      if (!page.isInk(x, y)) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** What stands printed, read module by module from the middle of each. */
function readFrom(page: Page, count: number): readonly (readonly boolean[])[] {
  const { left, top, width, height } = squareIn(page);
  const at = (index: number, length: number) => Math.floor(((index + 0.5) * length) / count);
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (_, column) => page.isInk(left + at(column, width), top + at(row, height))),
  );
}

const NUMBER = 'ZM-2026-4F7K-9Q2M';
const CODE = '0123456789abcdef';
const PAGE_ADDRESS = 'https://attendance.company-of-the-example.cn/phone/#/leaving/verify/index';

describe.each([
  ['for the scanner of the mini-program', null],
  ['for any camera, over a page on the web', PAGE_ADDRESS],
])('the code on a paper, %s', (_, verifyPage) => {
  const link = checkLink({ number: NUMBER, code: CODE }, verifyPage);

  it('stands in ink, every module of it, with white around', async () => {
    const { page } = await pageOf({
      ...SAMPLES.certificate,
      number: NUMBER,
      checkCode: CODE,
      verifyPage,
    });
    const modules = modulesOf(link);
    expect(readFrom(page, modules.length)).toEqual(modules);
    const { left, width, height, top } = squareIn(page);
    expect(Math.abs(width - height)).toBeLessThanOrEqual(1);
    const quiet = Math.floor((4 * width) / modules.length);
    for (let y = top; y < top + height; y += 1)
      for (let x = left - quiet; x < left; x += 1) expect(page.isInk(x, y)).toBe(false);
  });

  it('is understood by the page that it leads to', () => {
    const query = verifyPage === null ? { scene: link } : { q: encodeURIComponent(link) };
    expect(printedIn(query)).toEqual({ number: NUMBER, code: CODE });
  });
});

it('another paper has another code: what is compared is the code, not its corners', async () => {
  const { page } = await pageOf({ ...SAMPLES.certificate, number: NUMBER, checkCode: CODE });
  const other = modulesOf(checkLink({ number: NUMBER, code: CODE.replace('0', '1') }, null));
  expect(readFrom(page, other.length)).not.toEqual(other);
});

it('a paper that the verify page does not know has none', async () => {
  const { page, pdf } = await pageOf({ ...SAMPLES.certificate, checkCode: null });
  expect(squareIn(page).width).toBe(-Infinity);
  expect(
    wordsOf(pdf)
      .flat()
      .some(({ text }) => text.includes('二维码')),
  ).toBe(false);
});
