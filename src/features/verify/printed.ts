/** What a paper prints for its check. */
export interface Printed {
  readonly number: string;
  readonly code: string;
}

/**
 * Out of what opened the page: a link (`number`, `code`), a link that WeChat opened here by its address (`q`), or a
 * 小程序码's scene, which has room for 32 characters: 'ZM20264F7K9Q2M.0123456789abcdef'. null: no such thing in it.
 */
export function printedIn(params: Readonly<Record<string, string | undefined>>): Printed | null {
  const { number, code, scene, q } = params;
  if (number !== undefined && code !== undefined)
    return { number: decodeURIComponent(number), code: decodeURIComponent(code) };
  return scannedFrom(decodeURIComponent(q ?? scene ?? ''));
}

/** Out of the QR code of a paper (server/documents/check-link.ts); null for any other code. */
export function scannedFrom(text: string): Printed | null {
  const link = /[?&]number=([0-9A-Z-]{1,40})&code=([0-9a-f]{16})$/.exec(text);
  if (link) return { number: link[1] ?? '', code: link[2] ?? '' };
  const match = /^([A-Z]{2})(\d{4})([0-9A-Z]{4})([0-9A-Z]{4})\.([0-9a-f]{16})$/.exec(text);
  if (!match) return null;
  const [, kind, year, first, second, digits = ''] = match;
  return { number: `${kind}-${year}-${first}-${second}`, code: digits };
}
