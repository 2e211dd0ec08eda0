/** What a paper prints for its check. */
interface Printed {
  /** 'ZM-2026-4F7K-9Q2M' */
  readonly number: string;
  /** Sixteen hex digits. */
  readonly code: string;
}

/**
 * What a paper's QR code holds. With the address of a verify page it is a link, which any phone's camera opens and
 * WeChat opens in the mini-program where the address is registered for it; without one it is what a 小程序码's scene
 * would hold, 31 characters that the scanner on the page 验证文件 reads (src/features/verify/printed.ts).
 *
 * @param page the address of the verify page, as VERIFY_PAGE_URL gives it
 */
export function checkLink({ number, code }: Printed, page: string | null): string {
  if (page === null) return `${number.replaceAll('-', '')}.${code}`;
  return `${page}${page.includes('?') ? '&' : '?'}number=${number}&code=${code}`;
}
